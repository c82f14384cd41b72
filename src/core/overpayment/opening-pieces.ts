import { groupBy } from '../shared/group-by.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { settleLines } from './line-moves.js';
import type { Piece } from './overpayment-part.js';
import { earningOf, type OwedForMonth } from './set-aside-overpaid.js';

/** What is taken out of loose corrections of one budget line and stands by itself from then on. */
export interface TakenOut {
  /** One of the corrections of that line. */
  readonly of: number;
  readonly amount: Rupiah;
}

/** What is claimed when a case is opened, and what is replaced in it by what. */
interface Opening {
  readonly claimed: readonly number[];
  /** Claimed as well: of months in which lines moved besides, only what she was paid too much. */
  readonly takenOut: readonly TakenOut[];
  readonly replaced: readonly number[];
  readonly pieces: readonly Piece[];
}

/**
 * Several corrections of one month, component and budget line become one part of the case, so that every part
 * of it takes back and none gives. A correction that stands alone stays as it is. What moved between lines is no part
 * of the case.
 */
export function openingPieces(deltas: readonly OwedForMonth[]): Opening {
  const earnings = [...groupBy(deltas, earningOf).values()];
  const unmoved = earnings.filter((group) => settleLines(group).moves.length === 0);
  const lines = [
    ...groupBy(unmoved.flat(), (delta) => `${earningOf(delta)}/${String(delta.sourceId)}`).values(),
  ];
  const several = lines.filter((group) => group.length > 1);
  return {
    claimed: unmoved.flat().map(({ entitlementId }) => entitlementId),
    takenOut: earnings.filter((group) => settleLines(group).moves.length > 0).flatMap(besidesMoves),
    replaced: several.flat().map(({ entitlementId }) => entitlementId),
    pieces: several.flatMap((group) => {
      const amount = sumRupiah(group.map((delta) => delta.amount));
      const [{ entitlementId: of }] = group;
      return amount === 0n ? [] : [{ of, amount, instalment: null, due: null }];
    }),
  };
}

/** What is left of corrections besides what moved between lines: paid too much, or still owed. */
export function besidesMoves(deltas: readonly OwedForMonth[]): TakenOut[] {
  return settleLines(deltas).rest.map(({ sourceId, amount }) => {
    const own = deltas.find((delta) => delta.sourceId === sourceId);
    invariant(own !== undefined, 'what is left on a line came of a correction of it');
    return { of: own.entitlementId, amount };
  });
}
