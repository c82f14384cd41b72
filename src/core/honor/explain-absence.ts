import { formatDate } from '../shared/plain-date.js';
import { firstDayOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { Exclusion } from './honor-line.js';
import { activeSpans, lastDayServed, type KaderFacts } from './kader-month.js';

/**
 * Why a kader earns nothing at all in a month: in no SK, ended, died before, or not started. Undefined when she was
 * active: who died in the month earned until that day, and whom it is paid to is another question.
 */
export function explainAbsence(kader: KaderFacts, month: ServiceMonth): Exclusion | undefined {
  const excluded = (code: Exclusion['code'], facts: Record<string, string> = {}): Exclusion => ({
    kaderId: kader.id,
    month,
    component: null,
    code,
    facts: { month: formatMonth(month), ...facts },
  });
  if (kader.appointments.length === 0) return excluded('honor.not-in-any-sk');
  if (activeSpans(kader, month).length > 0) return undefined;
  const before = kader.appointments.filter((appointment) => appointment.from < firstDayOf(month));
  const ends = before.map((appointment) => lastDayServed(kader, appointment)).filter((end) => end !== null);
  const lastEnd = ends.sort().at(-1);
  if (lastEnd !== undefined && lastEnd === kader.deceasedOn)
    return excluded('honor.deceased', { deceasedOn: formatDate(lastEnd) });
  if (lastEnd !== undefined) return excluded('honor.appointment-ended', { endedOn: formatDate(lastEnd) });
  const starts = kader.appointments.map((appointment) => appointment.from).sort();
  const firstStart = starts[0];
  return excluded('honor.appointment-not-started', {
    startsOn: firstStart === undefined ? '-' : formatDate(firstStart),
  });
}
