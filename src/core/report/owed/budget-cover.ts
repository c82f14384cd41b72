import { groupBy } from '../../shared/group-by.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { SourceFacts } from './facts.js';
import type { UnpaidShare } from './unpaid-shares.js';

/** What a budget line can still take, against what is owed on it and not yet reserved. */
export interface BudgetCover {
  /** Nothing once the year is closed: what was left lapsed. */
  readonly available: Rupiah;
  /** Owed on the line and in no submitted request; corrections downward are not a need. */
  readonly needed: Rupiah;
  /** What of the need lies above the ceiling: accrued, unfunded. Debt of a closed year is not counted here. */
  readonly unfunded: Rupiah;
  /** Shares that the ceiling does not reach, the oldest first served, each with how much of it is missing. */
  readonly missing: ReadonlyMap<UnpaidShare, Rupiah>;
  /** The first month that is not wholly covered; null when all are. */
  readonly since: ServiceMonth | null;
  /** Whether the year of the line is closed: what it owes is debt of an earlier year. */
  readonly isClosed: boolean;
}

/**
 * How far each ceiling reaches. A submitted request has its money reserved; what comes before that takes from what
 * is left, oldest month first.
 *
 * @param shares in the order in which they are to be served
 */
export function budgetCovers(
  shares: readonly UnpaidShare[],
  sources: readonly SourceFacts[],
): ReadonlyMap<number, BudgetCover> {
  const bySource = groupBy(shares.filter(isUnreserved), ({ sourceId }) => sourceId);
  return new Map(sources.map((source) => [source.id, coverOf(source, bySource.get(source.id) ?? [])]));
}

/** Owed, and no submitted request has its money reserved. */
export function isUnreserved({ amount, holding }: UnpaidShare): boolean {
  return amount > 0n && (holding === null || holding.state === 'draft');
}

function coverOf(source: SourceFacts, shares: readonly UnpaidShare[]): BudgetCover {
  const { ceiling, reserved, spent, lapsed } = source;
  const isClosed = lapsed !== null;
  const available = isClosed ? 0n : ceiling - reserved - spent;
  const missing = new Map<UnpaidShare, Rupiah>();
  let needed = 0n;
  for (const share of shares) {
    needed += share.amount;
    const over = needed - available;
    if (over > 0n && !isClosed) missing.set(share, over < share.amount ? over : share.amount);
  }
  const [first] = missing.keys();
  const unfunded = !isClosed && needed > available ? needed - available : 0n;
  return { available, needed, unfunded, missing, since: first?.month ?? null, isClosed };
}
