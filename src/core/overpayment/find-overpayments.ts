import { groupBy } from '../shared/group-by.js';
import type { PlainDate } from '../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { earningOf, isOverpaid, type OwedForMonth } from './set-aside-overpaid.js';

/** Where an entitlement stands: held by no request, by one whose payment arrived, or by one on its way. */
type Standing = 'loose' | 'paid' | 'on-its-way';

/** One share of a month and component that was corrected, with the policy it was calculated by. */
export interface CorrectedShare extends OwedForMonth {
  readonly payingBodyId: number;
  readonly standing: Standing;
  readonly revision: number;
  /** `honor-dharmasraya v2`. */
  readonly policy: string;
  readonly legalBasis: string;
  readonly calculatedOn: PlainDate;
}

/** What one paying body paid one kader beyond what she is entitled to, and no case names yet. */
export interface FoundOverpayment<Share extends CorrectedShare> {
  readonly kaderId: number;
  readonly payingBodyId: number;
  readonly amount: Rupiah;
  /** The day the first of the corrections was calculated. */
  readonly since: PlainDate;
  readonly lines: readonly { readonly sourceId: number; readonly amount: Rupiah }[];
  /** The corrections, oldest month first. */
  readonly deltas: readonly [Share, ...Share[]];
}

/**
 * Overpayments among the shares of corrected months: what was paid and is not entitled any more. A month that a
 * request is paying just now is left: sent back, it would be no overpayment, and drafted, it can be composed anew.
 */
export function findOverpayments<Share extends CorrectedShare>(
  shares: readonly Share[],
): FoundOverpayment<Share>[] {
  const overpaid = [...groupBy(shares, groupOf).values()].flatMap((group) => overpaidOf(group));
  const cases = [...groupBy(overpaid.sort(byMonth), caseOf).values()].map((deltas) => foundIn(deltas));
  return cases.sort((one, other) => one.payingBodyId - other.payingBodyId || one.kaderId - other.kaderId);
}

function caseOf({ kaderId, payingBodyId }: CorrectedShare): string {
  return `${String(payingBodyId)}/${String(kaderId)}`;
}

function groupOf(share: CorrectedShare): string {
  return `${String(share.payingBodyId)}/${earningOf(share)}`;
}

function overpaidOf<Share extends CorrectedShare>(group: readonly Share[]): Share[] {
  const standing = (wanted: Standing) => group.filter((share) => share.standing === wanted);
  if (standing('on-its-way').length > 0 || standing('paid').length === 0) return [];
  const loose = standing('loose');
  return isOverpaid(loose) ? loose : [];
}

function foundIn<Share extends CorrectedShare>(
  deltas: readonly [Share, ...Share[]],
): FoundOverpayment<Share> {
  const [{ kaderId, payingBodyId, calculatedOn }] = deltas;
  const lines = [...groupBy(deltas, (share) => share.sourceId)]
    .map(([sourceId, ofLine]) => ({ sourceId, amount: -sumRupiah(ofLine.map((share) => share.amount)) }))
    .filter(({ amount }) => amount !== 0n)
    .sort((one, other) => one.sourceId - other.sourceId);
  const since = deltas.reduce(
    (day, delta) => (delta.calculatedOn < day ? delta.calculatedOn : day),
    calculatedOn,
  );
  return {
    kaderId,
    payingBodyId,
    amount: sumRupiah(lines.map(({ amount }) => amount)),
    since,
    lines,
    deltas,
  };
}

function byMonth(one: CorrectedShare, other: CorrectedShare): number {
  if (one.serviceMonth !== other.serviceMonth) return one.serviceMonth < other.serviceMonth ? -1 : 1;
  return one.entitlementId - other.entitlementId;
}
