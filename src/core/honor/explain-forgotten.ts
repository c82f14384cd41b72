import { fiscalYearOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { Exclusion } from './honor-line.js';
import type { KaderFacts } from './kader-month.js';

/**
 * Why nothing is calculated where data is kept no longer, however late a month or a policy becomes known; undefined when
 * it is kept. Of a kader who was pseudonymised there is nobody to pay, and what was paid stays as it was. Whoever was
 * recorded afterwards may be the same person: no month is paid twice because nobody can tell.
 */
export function explainForgotten(
  { id, isPseudonymised, knownFromYear }: Pick<KaderFacts, 'id' | 'isPseudonymised' | 'knownFromYear'>,
  month: ServiceMonth,
): Exclusion | undefined {
  const isTooEarly = knownFromYear !== null && fiscalYearOf(month) < knownFromYear;
  if (!isPseudonymised && !isTooEarly) return undefined;
  const code = isPseudonymised ? 'honor.pseudonymised' : 'honor.recorded-too-late';
  return { kaderId: id, month, component: null, code, facts: { month: formatMonth(month) } };
}
