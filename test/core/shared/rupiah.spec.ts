import fc from 'fast-check';
import { formatRupiah, rupiahToNumber, sumRupiah } from '../../../src/core/shared/rupiah.js';

describe('rupiah', () => {
  it.each([
    [0n, 'Rp0'],
    [75_000n, 'Rp75.000'],
    [-1_000_000n, '-Rp1.000.000'],
    [295_875_000n, 'Rp295.875.000'],
  ])('%s is written %s', (amount, text) => {
    expect(formatRupiah(amount)).toBe(text);
  });

  it('is written without losing a digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), (amount) => {
        expect(BigInt(formatRupiah(amount).replace(/Rp|\./g, ''))).toBe(amount);
      }),
    );
  });

  it('adds to the same sum in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt()), (amounts) => {
        expect(sumRupiah(amounts)).toBe(sumRupiah([...amounts].reverse()));
      }),
    );
  });

  it('refuses to become a JSON number that readers would round', () => {
    expect(rupiahToNumber(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(() => rupiahToNumber(9_007_199_254_740_992n)).toThrow(RangeError);
  });
});
