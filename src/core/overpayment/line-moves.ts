import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';

/** What unpaid shares of one budget line add up to; below zero, the line paid more than it has to bear. */
export interface LineTotal {
  readonly sourceId: number;
  readonly amount: Rupiah;
}

/** Honor that one budget line paid and another one has to bear; the amount is above zero. */
export interface LineMove {
  readonly fromSourceId: number;
  readonly toSourceId: number;
  readonly amount: Rupiah;
}

/** Corrections of one kader, month, component and payer, told apart. */
interface SettledLines {
  /** The equal part: lines settle it among themselves, and she neither owes nor is owed any of it. */
  readonly moves: readonly LineMove[];
  /** All below zero (she was paid too much), all above (she is still owed), or nothing. */
  readonly rest: readonly LineTotal[];
}

/**
 * Tells what moved between budget lines from what was paid too much or is still owed: she was paid by one payer, and
 * out of which of its lines is none of her business. Lines are taken by their numbers, so the same corrections always
 * come apart alike.
 */
export function settleLines(shares: readonly LineTotal[]): SettledLines {
  const totals = lineTotals(shares);
  const overpaid = totals.filter(({ amount }) => amount < 0n).map((line) => ({ ...line }));
  const owing = totals.filter(({ amount }) => amount > 0n).map((line) => ({ ...line }));
  const moves: LineMove[] = [];
  for (const from of overpaid) {
    for (const to of owing) {
      const amount = -from.amount < to.amount ? -from.amount : to.amount;
      if (amount === 0n) continue;
      moves.push({ fromSourceId: from.sourceId, toSourceId: to.sourceId, amount });
      from.amount += amount;
      to.amount -= amount;
    }
  }
  return { moves, rest: [...overpaid, ...owing].filter(({ amount }) => amount !== 0n) };
}

/** What each budget line carries, by its number; those that carry nothing are left out. */
export function lineTotals(shares: readonly LineTotal[]): LineTotal[] {
  return [...groupBy(shares, ({ sourceId }) => sourceId)]
    .map(([sourceId, ofSource]) => ({ sourceId, amount: sumRupiah(ofSource.map(({ amount }) => amount)) }))
    .filter(({ amount }) => amount !== 0n)
    .sort((one, other) => one.sourceId - other.sourceId);
}
