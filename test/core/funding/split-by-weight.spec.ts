import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { splitByWeight } from '../../../src/core/funding/split-by-weight.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const weights = fc
  .array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 })
  .filter((parts) => parts.some((part) => part > 0))
  .map((parts) => parts.map((part) => new Decimal(part).div(100_000)));
const totals = fc.bigInt(0n, 10n ** 15n);

describe('splitByWeight', () => {
  it('neither makes nor loses a rupiah', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        expect(sumRupiah(splitByWeight(total, parts))).toBe(total);
      }),
    );
  });

  it('gives every share within one rupiah of the exact one', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        const sum = Decimal.sum(...parts).times(100_000);
        splitByWeight(total, parts).forEach((share, index) => {
          const weight = BigInt((parts[index] ?? new Decimal(0)).times(100_000).toFixed(0));
          const difference = share * BigInt(sum.toFixed(0)) - total * weight;
          expect(difference < BigInt(sum.toFixed(0)) && difference > -BigInt(sum.toFixed(0))).toBe(true);
        });
      }),
    );
  });

  it('splits a correction as the mirror of the payment', () => {
    fc.assert(
      fc.property(totals, weights, (total, parts) => {
        expect(splitByWeight(-total, parts)).toEqual(splitByWeight(total, parts).map((share) => -share));
      }),
    );
  });

  it.each([
    ['a tie goes to the earlier', 1n, [1, 1], [1n, 0n]],
    ['two of three equal shares', 2n, [1, 1, 1], [1n, 1n, 0n]],
    ['equal fractions of unequal shares go to the earlier', 2n, [4, 1, 1], [2n, 0n, 0n]],
    ['the larger fraction first', 75_001n, [60, 40], [45_001n, 30_000n]],
    ['a weight of nothing gets nothing', 10n, [0, 1], [0n, 10n]],
    ['thirds in hundredths', 100n, [33.33, 33.33, 33.34], [33n, 33n, 34n]],
  ])('%s', (_, total, parts, expected) => {
    expect(
      splitByWeight(
        total,
        parts.map((part) => new Decimal(part)),
      ),
    ).toEqual(expected);
  });

  it.each([[[]], [[0, 0]], [[-1, 2]]])('stops at weights %j', (parts) => {
    expect(() =>
      splitByWeight(
        1n,
        parts.map((part) => new Decimal(part)),
      ),
    ).toThrow('Invariant');
  });
});
