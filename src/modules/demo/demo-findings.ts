import type { Severity } from '../../core/control/finding.js';
import { ControlsService } from '../controls/controls.service.js';
import type { DemoContext } from './demo-context.js';
import type { DemoOffice } from './demo-office.js';

/** What the controls found in a submitted request. */
export interface DemoFinding {
  readonly control: string;
  readonly severity: Severity;
  readonly sentence: string;
}

/**
 * Who prepared a request answers in writing what its controls ask; the verifier accepts that by verifying. Names
 * are drawn by chance, so some draw may hold two women who look like one.
 */
export async function answerWarnings(
  { app }: DemoContext,
  number: string,
  { operator }: DemoOffice,
): Promise<DemoFinding[]> {
  const controls = app.get(ControlsService);
  const found = await controls.list(number);
  for (const { finding } of found) {
    const text = 'Sudah dicocokkan dengan KTP dan daftar hadir asli; salinannya terlampir pada SPP.';
    await controls.answer(number, finding, text, operator.id);
  }
  return found.map(({ control, severity, sentence }) => ({ control, severity, sentence }));
}
