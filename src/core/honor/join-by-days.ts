import type { FundingSources } from '../funding/funding-source.js';
import { CarriedSoFar } from '../funding/room-left.js';
import type { MonthlyComponent } from '../policy/honor-component.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';
import { exclude, lineOf } from './calculate-component.js';
import { notEarned, type NotEarned, type WorkedMonth } from './component-outcome.js';
import type { Exclusion, HonorLine, Share } from './honor-line.js';
import { amountsByDays, daysByRate, earnedByDays, type DaysByRate } from './amount-by-days.js';

/** A component that is paid for its days, beside others of the same month. */
export interface DaysMember {
  readonly component: MonthlyComponent;
  readonly worked: WorkedMonth;
  readonly version: PolicyVersion;
}

interface Rated extends DaysMember, DaysByRate {}

/**
 * What several policies pay for their days of one month, largest remainder: together what the days are worth,
 * rounded once as the first says, so that equal rates over a whole month are one month. One line for each code, and
 * of what a source may carry of it at most the earlier policy takes first.
 *
 * @param ofDays the days that a whole month is worth
 */
export function joinByDays(
  members: readonly DaysMember[],
  ofDays: number,
  sources: FundingSources,
): (HonorLine | Exclusion)[] {
  const outcomes: (HonorLine | Exclusion)[] = [];
  const rated: Rated[] = [];
  for (const member of members) {
    const days = daysByRate(member.component, member.worked);
    if (!('excluded' in days)) rated.push({ ...member, ...days });
    else outcomes.push(excluded(member, days));
  }
  const [first] = rated;
  if (first === undefined) return outcomes;
  const all = rated.flatMap((member) => member.rated);
  const amounts = amountsByDays(all, ofDays, first.component.rounding);
  if (sumRupiah(amounts) === 0n) return [...outcomes, excluded(first, notEarned('honor.below-one-rupiah'))];
  const byCode = new Map<string, CarriedSoFar>();
  const lines = rated.map((member) => {
    const { component, worked, version } = member;
    const own = amounts.splice(0, member.rated.length);
    const carried = byCode.get(component.code) ?? new CarriedSoFar();
    byCode.set(component.code, carried);
    return lineOf(component, worked, version, sources, earnedByDays(member, own, ofDays), carried);
  });
  return [...outcomes, ...joined(lines)];
}

function joined(outcomes: readonly (HonorLine | Exclusion)[]): (HonorLine | Exclusion)[] {
  const lines = outcomes.filter((outcome) => 'shares' in outcome);
  const byCode = groupBy(lines, ({ component }) => component);
  return [
    ...[...byCode.values()].map(([first, ...others]) => others.reduce(joinTwo, first)),
    ...outcomes.filter((outcome) => !('shares' in outcome)),
  ];
}

function excluded({ worked, component }: DaysMember, { excluded: code, facts }: NotEarned): Exclusion {
  return exclude(worked.kader, worked.month, code, component, facts);
}

/** The line keeps the policy and place of its first days; the reasons say those of the others. */
function joinTwo(one: HonorLine, other: HonorLine): HonorLine {
  const shares: Share[] = [...one.shares];
  for (const share of other.shares) {
    const at = shares.findIndex(({ sourceId }) => sourceId === share.sourceId);
    const same = shares[at];
    if (same === undefined) shares.push(share);
    else shares[at] = { ...same, amount: same.amount + share.amount };
  }
  return {
    ...one,
    amount: one.amount + other.amount,
    shares,
    reasons: [...one.reasons, ...other.reasons],
  };
}
