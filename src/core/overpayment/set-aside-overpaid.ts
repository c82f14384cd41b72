import type { OwedShare } from '../payment/payee.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';

/** A share that no request holds, with what it is for. */
export interface OwedForMonth extends OwedShare {
  readonly component: string;
}

/** Shares that a request may pay, and corrections of honor that was paid already. */
export interface Sorted<Share> {
  readonly owed: readonly Share[];
  readonly overpaid: readonly Share[];
}

/**
 * Keeps corrections of what was paid already apart from what is owed. A correction is netted only against what
 * is still unpaid of the same month and component: that is what she is owed for it. What goes beyond was paid
 * out; it is never taken from her other honor without the plan she signed. Where one budget line is owed back
 * and another one owes for the same month and component, honor moved between lines and nothing is set aside.
 */
export function setAsideOverpaid<Share extends OwedForMonth>(shares: readonly Share[]): Sorted<Share> {
  const groups = [...groupBy(shares, earningOf).values()];
  return {
    owed: groups.filter((group) => !isOverpaid(group)).flat(),
    overpaid: groups.filter(isOverpaid).flat(),
  };
}

/** What the shares of one kader, month and component have in common. */
export function earningOf({
  kaderId,
  serviceMonth,
  component,
}: Pick<OwedForMonth, 'kaderId' | 'serviceMonth' | 'component'>): string {
  return `${String(kaderId)}/${serviceMonth}/${component}`;
}

/** Whether unpaid shares of one kader, month and component take back more than they give, on every line. */
export function isOverpaid(shares: readonly Pick<OwedForMonth, 'sourceId' | 'amount'>[]): boolean {
  const totals = [...groupBy(shares, (share) => share.sourceId).values()].map((ofSource) =>
    sumRupiah(ofSource.map((share) => share.amount)),
  );
  return totals.some((total) => total < 0n) && totals.every((total) => total <= 0n);
}
