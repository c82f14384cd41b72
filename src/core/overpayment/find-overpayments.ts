import { groupBy } from '../shared/group-by.js';
import type { PlainDate } from '../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { lineTotals, settleLines, type LineMove, type LineTotal } from './line-moves.js';
import { earningOf, type OwedForMonth } from './set-aside-overpaid.js';

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
  /** What each budget line gets back, once lines have settled what moved between them. */
  readonly lines: readonly LineTotal[];
  /** The corrections, oldest month first. */
  readonly deltas: readonly [Share, ...Share[]];
}

/** Honor of one kader, month and component that was paid out of one budget line and another one has to bear. */
export interface FoundMove<Share extends CorrectedShare> {
  readonly moves: readonly LineMove[];
  /** Below zero what she was paid too much besides, above what she is still owed. */
  readonly rest: readonly LineTotal[];
  /** The corrections that say so. */
  readonly deltas: readonly [Share, ...Share[]];
}

/**
 * Overpayments among the shares of corrected months: what was paid and is not entitled any more, by the net of all
 * budget lines of a payer. A month that a request is paying just now is left: sent back, it would be no overpayment,
 * and drafted, it can be composed anew.
 */
export function findOverpayments<Share extends CorrectedShare>(
  shares: readonly Share[],
): FoundOverpayment<Share>[] {
  const overpaid = looseOfPaid(shares).filter((group) => netOf(group) < 0n);
  const cases = [...groupBy(overpaid, ([share]) => caseOf(share)).values()].map(foundIn);
  return cases.sort((one, other) => one.payingBodyId - other.payingBodyId || one.kaderId - other.kaderId);
}

/** What moved between budget lines of a payer after it was paid, oldest month first, then by the number of the kader. */
export function findMoves<Share extends CorrectedShare>(shares: readonly Share[]): FoundMove<Share>[] {
  return looseOfPaid(shares)
    .map((deltas) => ({ ...settleLines(deltas), deltas }))
    .filter(({ moves }) => moves.length > 0);
}

/** The unpaid corrections of each payer, kader, month and component that was paid, and is not being paid just now. */
function looseOfPaid<Share extends CorrectedShare>(shares: readonly Share[]): [Share, ...Share[]][] {
  return [...groupBy([...shares].sort(byMonth), groupOf).values()].flatMap((group) => {
    const standing = (wanted: Standing) => group.filter((share) => share.standing === wanted);
    if (standing('on-its-way').length > 0 || standing('paid').length === 0) return [];
    const [first, ...others] = standing('loose');
    return first === undefined ? [] : [[first, ...others]];
  });
}

function caseOf({ kaderId, payingBodyId }: CorrectedShare): string {
  return `${String(payingBodyId)}/${String(kaderId)}`;
}

function groupOf(share: CorrectedShare): string {
  return `${String(share.payingBodyId)}/${earningOf(share)}`;
}

function netOf(group: readonly CorrectedShare[]): Rupiah {
  return sumRupiah(group.map(({ amount }) => amount));
}

function foundIn<Share extends CorrectedShare>(
  groups: readonly [readonly [Share, ...Share[]], ...(readonly [Share, ...Share[]])[]],
): FoundOverpayment<Share> {
  const [[first]] = groups;
  const { kaderId, payingBodyId, calculatedOn } = first;
  const [, ...others] = groups.flat();
  const deltas: readonly [Share, ...Share[]] = [first, ...others];
  const lines = lineTotals(groups.flatMap((group) => settleLines(group).rest)).map(
    ({ sourceId, amount }) => ({
      sourceId,
      amount: -amount,
    }),
  );
  const since = deltas.reduce(
    (day, delta) => (delta.calculatedOn < day ? delta.calculatedOn : day),
    calculatedOn,
  );
  const amount = sumRupiah(lines.map((line) => line.amount));
  return { kaderId, payingBodyId, amount, since, lines, deltas };
}

function byMonth(one: CorrectedShare, other: CorrectedShare): number {
  if (one.serviceMonth !== other.serviceMonth) return one.serviceMonth < other.serviceMonth ? -1 : 1;
  return one.kaderId - other.kaderId || one.entitlementId - other.entitlementId;
}
