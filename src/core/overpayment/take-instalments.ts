import type { OwedShare } from '../payment/payee.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';
import type { OwedForMonth } from './set-aside-overpaid.js';

/** An instalment that she agreed to have set off and that is due; its amount is below zero. */
export interface DueInstalment extends OwedForMonth {
  readonly overpaymentId: number;
  readonly instalment: number;
}

/**
 * The instalments that a request takes: of each case no more of them than it pays months of honor, oldest first,
 * and never so much that a budget line would be owed back or she would be left with nothing.
 */
export function takeInstalments(
  owed: readonly OwedForMonth[],
  due: readonly DueInstalment[],
): DueInstalment[] {
  const ofKader = groupBy(owed, (share) => share.kaderId);
  return [...groupBy(due, (instalment) => instalment.kaderId)].flatMap(([kaderId, instalments]) =>
    takeOfKader(ofKader.get(kaderId) ?? [], instalments),
  );
}

function takeOfKader(owed: readonly OwedForMonth[], due: readonly DueInstalment[]): DueInstalment[] {
  const months = paidMonths(owed);
  const taken: DueInstalment[] = [];
  for (const instalments of groupBy(due, ({ overpaymentId }) => overpaymentId).values()) {
    const numbers = new Set<number>();
    for (const instalment of [...instalments].sort(byNumber)) {
      if (numbers.size === months && !numbers.has(instalment.instalment)) break;
      if (!leavesEnough([...owed, ...taken], instalment)) continue;
      numbers.add(instalment.instalment);
      taken.push(instalment);
    }
  }
  return taken;
}

function byNumber(one: DueInstalment, other: DueInstalment): number {
  return one.instalment - other.instalment || one.entitlementId - other.entitlementId;
}

function paidMonths(owed: readonly OwedForMonth[]): number {
  const months = [...groupBy(owed, ({ serviceMonth }) => serviceMonth).values()];
  return months.filter((shares) => totalOf(shares) > 0n).length;
}

function leavesEnough(owed: readonly OwedShare[], { sourceId, amount }: DueInstalment): boolean {
  const ofLine = totalOf(owed.filter((share) => share.sourceId === sourceId));
  return ofLine + amount >= 0n && totalOf(owed) + amount > 0n;
}

function totalOf(shares: readonly OwedShare[]): bigint {
  return sumRupiah(shares.map((share) => share.amount));
}
