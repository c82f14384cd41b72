import fc from 'fast-check';
import { lineTotals, settleLines, type LineTotal } from '../../../src/core/overpayment/line-moves.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const line = (sourceId: number, amount: bigint): LineTotal => ({ sourceId, amount });
const lines = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.bigInt(-9n, 9n)));
const sharesOf = (all: readonly (readonly [number, bigint])[]) => all.map(([id, amount]) => line(id, amount));
const sumOf = (all: readonly { readonly amount: bigint }[]) => sumRupiah(all.map(({ amount }) => amount));

describe('settleLines', () => {
  it.each([
    ['a pure move', [line(1, -50n), line(2, 50n)], [[1, 2, 50n]], []],
    ['a move with less', [line(1, -50n), line(2, 25n)], [[1, 2, 25n]], [line(1, -25n)]],
    ['a move with more', [line(1, -50n), line(2, 75n)], [[1, 2, 50n]], [line(2, 25n)]],
    [
      'several lines',
      [line(3, 40n), line(1, -30n), line(2, -20n)],
      [
        [1, 3, 30n],
        [2, 3, 10n],
      ],
      [line(2, -10n)],
    ],
    ['no move', [line(1, -50n), line(1, 20n)], [], [line(1, -30n)]],
  ])('tells apart %s', (_, shares, moves, rest) => {
    const settled = settleLines(shares);
    expect(settled.moves.map((move) => [move.fromSourceId, move.toSourceId, move.amount])).toEqual(moves);
    expect(settled.rest).toEqual(rest);
  });

  it('leaves her exactly what she owes or is owed, of one sign, and every line what it carried', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const shares = sharesOf(all);
        const { moves, rest } = settleLines(shares);
        expect(sumOf(rest)).toBe(sumOf(shares));
        expect(rest.every(({ amount }) => amount < 0n) || rest.every(({ amount }) => amount > 0n)).toBe(true);
        const moved = moves.flatMap(({ fromSourceId, toSourceId, amount }) => [
          line(fromSourceId, -amount),
          line(toSourceId, amount),
        ]);
        expect(lineTotals([...moved, ...rest])).toEqual(lineTotals(shares));
        expect(moves.every(({ amount }) => amount > 0n)).toBe(true);
      }),
    );
  });

  it('comes out the same in whatever order the shares come', () => {
    const orders = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.bigInt(-9n, 9n)), { minLength: 1 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(orders, ([all, shuffled]) => {
        expect(settleLines(sharesOf(shuffled))).toEqual(settleLines(sharesOf(all)));
      }),
    );
  });
});
