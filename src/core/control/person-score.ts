import type { PlainDate } from '../shared/plain-date.js';
import { nameScore } from './name-score.js';

interface Identity {
  readonly name: string;
  readonly birthDate: PlainDate;
}

/** Birth dates that one slip of the pen keeps apart weigh less than equal ones. */
const NEAR_DATE_PERCENT = 90;

/** How likely two rows of rosters are one person, in percent: the likeness of name by that of birth date. */
export function personScore(one: Identity, other: Identity): number {
  const byDate = dateScore(one.birthDate, other.birthDate);
  return byDate === 0 ? 0 : Math.floor((nameScore(one.name, other.name) * byDate) / 100);
}

/** Equal, one digit apart, day and month exchanged, or different. */
function dateScore(one: PlainDate, other: PlainDate): number {
  if (one === other) return 100;
  const differing = Array.from(one).filter((digit, at) => digit !== other[at]).length;
  return differing === 1 || exchanged(one) === other ? NEAR_DATE_PERCENT : 0;
}

/** The date with day and month exchanged, whether there is such a day or not. */
export function exchanged(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}-${day}-${month}`;
}
