import { DomainError } from '../shared/domain-error.js';
import { addDays, type PlainDate } from '../shared/plain-date.js';
import { checkReason } from './check-reason.js';

/** How long evidence about a person is kept after the fiscal year of the last thing that happened, and why. */
export interface RetentionRule {
  readonly id: number;
  readonly years: number;
  readonly validFrom: PlainDate;
  /** The law, or the schedule of the archive, that asks for it. */
  readonly basis: string;
}

/** A rule as somebody wants it recorded. */
export interface RetentionRuleWish {
  readonly years: number;
  readonly from: PlainDate;
  readonly basis: string;
  readonly reason: string;
}

export const SHORTEST_RETENTION = 1;
export const LONGEST_RETENTION = 100;

/** Days in which somebody may still object before data goes sooner than it would have. */
export const DAYS_OF_NOTICE = 30;

/** The one of that day: the last that began; of two that began on one day the later recorded. */
export function retentionRuleOn<Rule extends RetentionRule>(
  rules: readonly Rule[],
  day: PlainDate,
): Rule | undefined {
  return rules
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<Rule | undefined>(
      (last, rule) => (last === undefined || isLater(rule, last) ? rule : last),
      undefined,
    );
}

/**
 * The wish as it is recorded. It begins today or later: what was kept, or not, was so by the rule of its day. Where it lets
 * data go sooner, as the first rule does and one that is shorter than what would hold on its first day, it begins after
 * the days of notice, so that nobody makes data go on the day he wishes it. The database says the same.
 *
 * @param rules all that are recorded
 * @throws DomainError `privacy.retention-years`, `privacy.retention-past`, `privacy.retention-soon`,
 *   `privacy.retention-basis`, `privacy.reason-too-short`
 */
export function checkRetentionRule(
  wish: RetentionRuleWish,
  rules: readonly RetentionRule[],
  today: PlainDate,
): RetentionRuleWish {
  const { years, from } = wish;
  if (!Number.isInteger(years) || years < SHORTEST_RETENTION || years > LONGEST_RETENTION) {
    const bounds = { shortest: SHORTEST_RETENTION, longest: LONGEST_RETENTION };
    throw new DomainError('invalid', 'privacy.retention-years', bounds);
  }
  if (from < today) throw new DomainError('invalid', 'privacy.retention-past', { from, today });
  checkNotice(wish, rules, today);
  const basis = wish.basis.trim().replace(/\s+/g, ' ');
  if (basis === '') throw new DomainError('invalid', 'privacy.retention-basis', {});
  return { years, from, basis, reason: checkReason(wish.reason) };
}

function checkNotice({ years, from }: RetentionRuleWish, rules: readonly RetentionRule[], today: PlainDate) {
  const before = retentionRuleOn(rules, from);
  const earliest = addDays(today, DAYS_OF_NOTICE);
  if ((before !== undefined && years >= before.years) || from >= earliest) return;
  throw new DomainError('invalid', 'privacy.retention-soon', { from, earliest, days: DAYS_OF_NOTICE });
}

function isLater(one: RetentionRule, other: RetentionRule): boolean {
  if (one.validFrom !== other.validFrom) return one.validFrom > other.validFrom;
  return one.id > other.id;
}
