import { groupBy } from '../../shared/group-by.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { SourceFacts } from './facts.js';
import type { UnpaidShare } from './unpaid-shares.js';

/** What a budget line can still take, against what is owed on it and not yet reserved. */
export interface BudgetCover {
  readonly available: Rupiah;
  /** Owed on the line and in no submitted request; corrections downward are not a need. */
  readonly needed: Rupiah;
  /** What of the need lies above the ceiling: accrued, unfunded. */
  readonly unfunded: Rupiah;
  /** Shares that the ceiling does not reach, the oldest first served. */
  readonly beyond: ReadonlySet<UnpaidShare>;
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

function coverOf({ ceiling, reserved, spent }: SourceFacts, shares: readonly UnpaidShare[]): BudgetCover {
  const available = ceiling - reserved - spent;
  const beyond = new Set<UnpaidShare>();
  let needed = 0n;
  for (const share of shares) {
    needed += share.amount;
    if (needed > available) beyond.add(share);
  }
  return { available, needed, unfunded: needed > available ? needed - available : 0n, beyond };
}

function isUnreserved({ amount, holding }: UnpaidShare): boolean {
  return amount > 0n && (holding === null || holding.state === 'draft');
}
