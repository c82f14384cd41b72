import { firstDayOf, nextMonth, type ServiceMonth } from '../shared/service-month.js';
import { plainDate, type PlainDate } from '../shared/plain-date.js';

/** From which day of December that month may be calculated and requested, before it is over. */
export interface DecemberRule {
  /** 1 to 31. */
  readonly day: number;
  /** The paper on the steps at the end of the year that says so. */
  readonly basis: string;
}

/** Whether a month is the last of a fiscal year, whose payments end with it. */
export function isDecember(month: ServiceMonth): boolean {
  return month.endsWith('-12');
}

/** The first day on which a month may be calculated and requested by a policy: mostly the day after its last. */
export function payableFrom(
  { decemberPayableFrom: rule }: { readonly decemberPayableFrom: DecemberRule | null },
  month: ServiceMonth,
): PlainDate {
  if (rule === null || !isDecember(month)) return firstDayOf(nextMonth(month));
  return plainDate(`${month}-${String(rule.day).padStart(2, '0')}`);
}
