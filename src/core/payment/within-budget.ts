import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { OwedShare } from './payee.js';

/** The order in which a ceiling is used, as people are told it. */
export const servingOrder =
  'bulan tertua lebih dahulu, dalam bulan yang sama menurut nomor kader; satu bulan kader dibayar utuh atau menunggu utuh';

/** A month of a kader that must wait, and what is missing for it on each budget line. */
export interface LeftOut {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
  readonly short: readonly { readonly sourceId: number; readonly missing: Rupiah }[];
}

export interface WithinBudget<Share extends OwedShare> {
  readonly taken: readonly Share[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Takes whole months of kader while their budget lines last, oldest month first, then by the number of the kader.
 * Who does not fit is followed by nobody on the line that was short: nobody younger in the order is paid before her
 * out of it. Nothing is ever paid in part.
 *
 * @param available what each budget line can still take, by its id
 */
export function withinBudget<Share extends OwedShare>(
  shares: readonly Share[],
  available: ReadonlyMap<number, Rupiah>,
): WithinBudget<Share> {
  const left = new Map(available);
  const exhausted = new Set<number>();
  const taken: Share[] = [];
  const leftOut: LeftOut[] = [];
  for (const ofMonth of inServingOrder(shares)) {
    const needs = needsOf(ofMonth);
    const short = needs.flatMap(({ sourceId, amount }) => {
      // Behind somebody who waits, all of it is missing: what is left is hers who waits first.
      const rest = exhausted.has(sourceId) ? 0n : (left.get(sourceId) ?? 0n);
      return amount <= rest ? [] : [{ sourceId, missing: amount - rest }];
    });
    if (short.length === 0) {
      taken.push(...ofMonth);
      for (const { sourceId, amount } of needs) left.set(sourceId, (left.get(sourceId) ?? 0n) - amount);
      continue;
    }
    for (const { sourceId } of short) exhausted.add(sourceId);
    const [{ kaderId, serviceMonth: month }] = ofMonth;
    leftOut.push({ kaderId, month, amount: sumRupiah(ofMonth.map(({ amount }) => amount)), short });
  }
  return { taken, leftOut };
}

function inServingOrder<Share extends OwedShare>(shares: readonly Share[]): [Share, ...Share[]][] {
  const months = groupBy(shares, ({ kaderId, serviceMonth }) => `${serviceMonth}/${String(kaderId)}`);
  return [...months.values()].sort(([one], [other]) =>
    one.serviceMonth === other.serviceMonth
      ? one.kaderId - other.kaderId
      : one.serviceMonth < other.serviceMonth
        ? -1
        : 1,
  );
}

/** What each line must bear; a correction downward never makes room for somebody else. */
function needsOf(shares: readonly OwedShare[]): { readonly sourceId: number; readonly amount: Rupiah }[] {
  return [...groupBy(shares, ({ sourceId }) => sourceId)].flatMap(([sourceId, ofSource]) => {
    const amount = sumRupiah(ofSource.map((share) => share.amount));
    return amount > 0n ? [{ sourceId, amount }] : [];
  });
}
