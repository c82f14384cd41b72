import type { OwedShare } from '../payment/payee.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { lineTotals } from './line-moves.js';

/** A share that no request holds, with what it is for. */
export interface OwedForMonth extends OwedShare {
  readonly component: string;
}

/** Shares by what a request may do with them. What only moved between budget lines is in none of them. */
export interface Sorted<Share> {
  readonly owed: readonly Share[];
  /** Corrections of honor that was paid already: she was paid too much. */
  readonly overpaid: readonly Share[];
  /** Still owed, but part of it moved between lines in a way that this request cannot carry. */
  readonly unmoved: readonly Share[];
}

/**
 * Keeps corrections of what was paid already apart from what is owed, by the net of each kader, month and component:
 * out of which line of the payer she was paid is none of her business. A correction is netted only against what is
 * still unpaid of the same month and component: that is what she is owed for it. What goes beyond was paid out; it is
 * never taken from her other honor without the plan she signed. What only moved between lines she neither owes nor is
 * owed. Where she is owed more and lines moved besides, it is paid when her other honor leaves no line below zero.
 *
 * @param shares of one paying body
 */
export function setAsideOverpaid<Share extends OwedForMonth>(shares: readonly Share[]): Sorted<Share> {
  const groups = [...groupBy(shares, earningOf).values()];
  const standing = (wanted: Standing) => groups.filter((group) => standingOf(group) === wanted);
  const owed = standing('owed').flat();
  const { fitting, unmoved } = fitRaised(owed, standing('raised'));
  return { owed: [...owed, ...fitting], overpaid: standing('overpaid').flat(), unmoved };
}

/** What the shares of one kader, month and component have in common. */
export function earningOf({
  kaderId,
  serviceMonth,
  component,
}: Pick<OwedForMonth, 'kaderId' | 'serviceMonth' | 'component'>): string {
  return `${String(kaderId)}/${serviceMonth}/${component}`;
}

/** Where she stands: `moved` and `raised` where lines moved, and the net is nothing, or above it. */
type Standing = 'owed' | 'overpaid' | 'moved' | 'raised';

/** How unpaid shares of one kader, month, component and payer stand, by their net. */
function standingOf(shares: readonly Pick<OwedForMonth, 'sourceId' | 'amount'>[]): Standing {
  const totals = lineTotals(shares);
  const net = sumRupiah(totals.map(({ amount }) => amount));
  if (net < 0n) return 'overpaid';
  if (totals.every(({ amount }) => amount > 0n)) return 'owed';
  return net === 0n ? 'moved' : 'raised';
}

function fitRaised<Share extends OwedForMonth>(
  owed: readonly Share[],
  raised: readonly (readonly Share[])[],
): { readonly fitting: Share[]; readonly unmoved: Share[] } {
  const lineOf = ({ kaderId, sourceId }: Share) => `${String(kaderId)}/${String(sourceId)}`;
  const carried = new Map<string, Rupiah>();
  const carry = (shares: readonly Share[]) => {
    for (const share of shares) carried.set(lineOf(share), (carried.get(lineOf(share)) ?? 0n) + share.amount);
  };
  carry(owed);
  const [fitting, unmoved]: [Share[], Share[]] = [[], []];
  for (const group of [...raised].sort(byMonth)) {
    const own = groupBy(group, lineOf);
    const fits = [...own].every(
      ([line, shares]) => (carried.get(line) ?? 0n) + sumRupiah(shares.map(({ amount }) => amount)) >= 0n,
    );
    if (fits) carry(group);
    (fits ? fitting : unmoved).push(...group);
  }
  return { fitting, unmoved };
}

function byMonth(one: readonly OwedForMonth[], other: readonly OwedForMonth[]): number {
  const [mine, yours] = [one[0]?.serviceMonth ?? '', other[0]?.serviceMonth ?? ''];
  if (mine === yours) return 0;
  return mine < yours ? -1 : 1;
}
