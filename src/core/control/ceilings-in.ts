import type { PlainDate } from '../shared/plain-date.js';
import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';

/** Whether a limit holds on some day of a month. */
export function holdsWithin(
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate | null },
  month: ServiceMonth,
): boolean {
  return from <= lastDayOf(month) && (to === null || to >= firstDayOf(month));
}
