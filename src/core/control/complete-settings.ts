import { controlCodes, findingKinds } from './registry.js';
import { initialSettings } from './settings.js';

/**
 * A stored settings document with what this program checks and the one that stored it did not know yet. An import
 * must say everything, so what is absent from a stored document came later; it starts as `config/controls.yaml` has it.
 */
export function completeStoredSettings(document: unknown): unknown {
  if (!isRecord(document)) return document;
  const { controls, thresholds } = document;
  if (!isRecord(controls) || !isRecord(thresholds)) return document;
  const completed: Record<string, unknown> = { ...controls };
  for (const code of controlCodes) {
    const { control, setting } = findingKinds[code];
    const said = completed[control] ?? {};
    if (isRecord(said)) completed[control] = { [code.slice('control.'.length)]: setting, ...said };
  }
  const initial: readonly (readonly [string, string])[] = Object.entries(initialSettings.thresholds).map(
    ([name, value]) => [name, String(value)] as const,
  );
  return { controls: completed, thresholds: { ...Object.fromEntries(initial), ...thresholds } };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
