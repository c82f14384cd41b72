import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';
import { nextMonth, type ServiceMonth } from '../shared/service-month.js';

/** What is given back in one month of a plan. */
export interface Instalment {
  readonly number: number;
  readonly due: ServiceMonth;
  readonly amount: Rupiah;
}

/** Equal instalments, a month each; the last takes the rest, which is never more than the others. */
export function planInstalments(rest: Rupiah, instalment: Rupiah, from: ServiceMonth): Instalment[] {
  invariant(rest > 0n && instalment > 0n, 'a plan gives something back, in instalments above nothing');
  const instalments: Instalment[] = [];
  let due = from;
  for (let left = rest; left > 0n; left -= instalment) {
    instalments.push({ number: instalments.length + 1, due, amount: left < instalment ? left : instalment });
    due = nextMonth(due);
  }
  return instalments;
}
