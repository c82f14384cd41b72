import { groupBy } from '../shared/group-by.js';
import { sumRupiah } from '../shared/rupiah.js';
import type { Piece } from './overpayment-part.js';
import { earningOf, type OwedForMonth } from './set-aside-overpaid.js';

/** What is replaced when a case is opened, and by what. */
interface Opening {
  readonly replaced: readonly number[];
  readonly pieces: readonly Piece[];
}

/**
 * Several corrections of one month, component and budget line become one part of the case, so that every part
 * of it takes back and none gives. A correction that stands alone stays as it is.
 */
export function openingPieces(deltas: readonly OwedForMonth[]): Opening {
  const groups = [...groupBy(deltas, (delta) => `${earningOf(delta)}/${String(delta.sourceId)}`).values()];
  const several = groups.filter((group) => group.length > 1);
  return {
    replaced: several.flat().map(({ entitlementId }) => entitlementId),
    pieces: several.flatMap((group) => {
      const amount = sumRupiah(group.map((delta) => delta.amount));
      const [{ entitlementId: of }] = group;
      return amount === 0n ? [] : [{ of, amount, instalment: null, due: null }];
    }),
  };
}
