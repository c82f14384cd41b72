import { formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { Exclusion } from './honor-line.js';
import type { KaderFacts } from './kader-month.js';

/**
 * Why nothing is calculated of a kader whose data is kept no longer, however late a month or a policy becomes known:
 * there is nobody to pay it to, and what was paid stays as it was.
 */
export function explainPseudonymised({ id }: Pick<KaderFacts, 'id'>, month: ServiceMonth): Exclusion {
  const facts = { month: formatMonth(month) };
  return { kaderId: id, month, component: null, code: 'honor.pseudonymised', facts };
}
