import { addDays, type PlainDate } from '../shared/plain-date.js';
import {
  coversDays,
  holdsAt,
  selectPolicy,
  touchesDays,
  type PlaceOfService,
  type PolicyVersion,
} from './select-policy.js';

/** Days in a row under one policy that stands by itself; undefined = under none. */
export interface DaysOfPolicy {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly base: PolicyVersion | undefined;
}

/**
 * Days at one place, in order, cut where another policy becomes the most specific: one begins, or one ends and what
 * is less specific holds again. Whoever is paid by the first day or by days, it is seen here that there was a change.
 */
export function daysOfPolicies(
  versions: readonly PolicyVersion[],
  place: PlaceOfService,
  from: PlainDate,
  to: PlainDate,
): readonly DaysOfPolicy[] {
  const here = versions.filter(
    ({ policy }) => policy.topsUp === null && touchesDays(policy, from, to) && holdsAt(policy, place),
  );
  // Most days lie within all that touches them.
  if (here.every(({ policy }) => coversDays(policy, from, to)))
    return [{ from, to, base: selectPolicy(here, place, from, to) }];
  const begins = daysOfChange(here).filter((day) => from < day && day <= to);
  const days: DaysOfPolicy[] = [];
  for (const [index, first] of [from, ...begins].entries()) {
    const next = begins[index];
    const last = next === undefined ? to : addDays(next, -1);
    const base = selectPolicy(here, place, first, last);
    const before = days.at(-1);
    if (before !== undefined && before.base === base) days[days.length - 1] = { ...before, to: last };
    else days.push({ from: first, to: last, base });
  }
  return days;
}

function daysOfChange(versions: readonly PolicyVersion[]): PlainDate[] {
  const days = versions.flatMap(({ policy: { validFrom, validTo } }) =>
    validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)],
  );
  return [...new Set(days)].sort();
}
