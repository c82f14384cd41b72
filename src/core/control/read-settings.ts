import { DocumentReader } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { refuseAny } from '../shared/refusals.js';
import { problemsIn } from '../formats/document-problem.js';
import { controls, controlCodes, findingKinds, type ControlCode, type Setting } from './registry.js';
import { initialSettings, severitiesOf, type ControlSettings, type ControlThresholds } from './settings.js';

const settingWords = ['block', 'warn', 'off'] as const;

/**
 * Reads a settings document (`config/controls.yaml`) whose values are the texts that were written. Everything
 * must be said: what is left out is a problem, never a default.
 *
 * @throws Refusals with every problem, each with its path; a setting that the law of its case forbids is one
 */
export function readControlSettings(document: unknown): ControlSettings {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, problemsIn('control'));
  const fields = reader.fields(document, '', ['controls', 'thresholds']);
  const byControl = reader.fields(fields.controls, 'controls', Object.keys(controls));
  const read = new Map<ControlCode, Setting>();
  for (const control of Object.keys(controls)) {
    const path = `controls.${control}`;
    const codes = controlCodes.filter((code) => findingKinds[code].control === control);
    const settings = reader.fields(byControl[control], path, codes.map(shortOf));
    for (const code of codes) {
      const at = `${path}.${shortOf(code)}`;
      const setting = reader.oneOf(settings[shortOf(code)], at, settingWords);
      if (setting === undefined) continue;
      read.set(code, setting);
      problems.push(...forbidden(code, setting, at));
    }
  }
  const thresholds = readThresholds(reader, fields.thresholds);
  refuseAny(problems);
  return { severities: severitiesOf((code) => read.get(code) ?? findingKinds[code].setting), thresholds };
}

/** `control.same-person` is `same-person` under its control. */
function shortOf(code: ControlCode): string {
  return code.slice('control.'.length);
}

function forbidden(code: ControlCode, setting: Setting, path: string): DomainError[] {
  const allowed: readonly Setting[] = findingKinds[code].allowed;
  if (allowed.includes(setting)) return [];
  const facts = { path, value: setting, allowed: allowed.join(', ') };
  return [new DomainError('invalid', 'control.setting-not-allowed', facts)];
}

function readThresholds(reader: DocumentReader<DomainError>, value: unknown): ControlThresholds {
  const names = Object.keys(initialSettings.thresholds);
  const fields = reader.fields(value, 'thresholds', names);
  const read = names.map((name) => [name, reader.value(fields[name], `thresholds.${name}`, COUNT, count)]);
  return Object.fromEntries(read) as Record<keyof ControlThresholds, number>;
}

const COUNT = 'bilangan bulat dari 1 sampai 999';

function count(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,2}$/.test(value) ? Number(value) : undefined;
}
