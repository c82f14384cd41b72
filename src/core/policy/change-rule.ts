import { liesIn } from '../region/region.js';
import { addDays, type PlainDate } from '../shared/plain-date.js';
import type { ChangeWithinMonth, HonorPolicy } from './honor-policy.js';
import { coversDays, isMoreSpecific } from './select-policy.js';

/**
 * How a month is paid within which one policy takes over from another. The one that begins says, for it knows what
 * it finds; where none begins, because one ended and what is less specific holds again, the one that ended. If that
 * one says nothing, the other may. Null = neither says.
 *
 * @param lastBefore the last day of hers that lies under `before`
 */
export function changeRule(
  before: HonorPolicy,
  after: HonorPolicy,
  lastBefore: PlainDate,
): ChangeWithinMonth | null {
  const [says, other] = after.validFrom > lastBefore ? [after, before] : [before, after];
  return says.changeWithinMonth ?? other.changeWithinMonth;
}

/** A day within a month on which another policy takes over somewhere, and nothing says how that month is paid. */
export interface UnstatedChange {
  readonly other: HonorPolicy;
  readonly day: PlainDate;
}

/** The first such change between a policy and those that may hold at one place with it; undefined when there is none. */
export function unstatedChange(
  policy: HonorPolicy,
  others: readonly HonorPolicy[],
): UnstatedChange | undefined {
  if (policy.topsUp !== null) return undefined;
  return others
    .filter((other) => other.topsUp === null && mayMeet(policy, other))
    .flatMap((other) => unstatedDays(policy, other).map((day) => ({ other, day })))
    .sort((one, other) => (one.day < other.day ? -1 : 1))[0];
}

function mayMeet(one: HonorPolicy, other: HonorPolicy): boolean {
  if (!liesIn(one.scope, other.scope) && !liesIn(other.scope, one.scope)) return false;
  if (one.opd === null || other.opd === null) return true;
  const { bidang } = other.opd;
  return one.opd.bidang.some((field) => bidang.includes(field));
}

function unstatedDays(one: HonorPolicy, other: HonorPolicy): PlainDate[] {
  return [one, other]
    .flatMap(({ validFrom, validTo }) => (validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)]))
    .filter((day) => {
      const lastBefore = addDays(day, -1);
      const [before, after] = [holding(one, other, lastBefore), holding(one, other, day)];
      if (day.endsWith('-01') || before === undefined || after === undefined || before === after)
        return false;
      return changeRule(before, after, lastBefore) === null;
    });
}

/** Which of the two a kader is paid by on a day where both may hold. */
function holding(one: HonorPolicy, other: HonorPolicy, day: PlainDate): HonorPolicy | undefined {
  const held = [one, other].filter((policy) => coversDays(policy, day, day));
  return held.length === 2 && isMoreSpecific(other, one) ? other : held[0];
}
