import { groupBy } from '../../shared/group-by.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { HoldingFacts, ShareFacts } from './facts.js';

/** What one budget line still owes a kader for a month and component, out of one request or out of none. */
export interface UnpaidShare {
  readonly kaderId: number;
  readonly nagariCode: string;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly sourceId: number;
  /** Below zero when corrections outweigh what is still owed: she was paid too much. */
  readonly amount: Rupiah;
  /** The request that holds it; null = none does. */
  readonly holding: HoldingFacts | null;
}

/**
 * What is entitled and not paid on a day, by the days the ledger counts: honor from the last day of its month
 * (or, of a December that was calculated before its end, from that day),
 * payments from the day the money left until the day it came back. Sums to the ledger's honor payable.
 */
export function unpaidShares(
  shares: readonly ShareFacts[],
  holdings: readonly HoldingFacts[],
  asOf: PlainDate,
): UnpaidShare[] {
  const holdingsOf = groupBy(holdings, ({ entitlementId }) => entitlementId);
  const open = shares.flatMap((share) => {
    const held = holdingsOf.get(share.entitlementId) ?? [];
    if (share.accruedOn > asOf || held.some((one) => isPaid(one, asOf))) return [];
    return { ...share, holding: held.find(({ returnedOn }) => returnedOn === null) ?? null };
  });
  return [...groupBy(open, keyOf).values()]
    .map((group): UnpaidShare => {
      const [{ kaderId, nagariCode, month, component, sourceId, holding }] = group;
      const amount = sumRupiah(group.map((share) => share.amount));
      return { kaderId, nagariCode, month, component, sourceId, amount, holding };
    })
    .filter(({ amount }) => amount !== 0n)
    .sort(inOrder);
}

/** The money had left by then and had not come back. */
export function isPaid({ releasedOn, returnedOn }: HoldingFacts, asOf: PlainDate): boolean {
  return releasedOn !== null && releasedOn <= asOf && (returnedOn === null || returnedOn > asOf);
}

type OpenShare = ShareFacts & { readonly holding: HoldingFacts | null };

function keyOf({ kaderId, nagariCode, month, component, sourceId, holding }: OpenShare): string {
  return [kaderId, nagariCode, month, component, sourceId, holding?.number ?? ''].join('|');
}

/** Oldest first; the order of what was read never matters. */
function inOrder(one: UnpaidShare, other: UnpaidShare): number {
  const keys = (share: UnpaidShare) => [
    share.month,
    share.nagariCode,
    share.component,
    share.holding?.number ?? '',
  ];
  const [mine, yours] = [keys(one), keys(other)];
  for (const [index, key] of mine.entries()) {
    const against = yours[index] ?? '';
    if (key !== against) return key < against ? -1 : 1;
  }
  return one.kaderId - other.kaderId || one.sourceId - other.sourceId;
}
