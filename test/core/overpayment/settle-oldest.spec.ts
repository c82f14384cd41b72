import fc from 'fast-check';
import { settleOldest } from '../../../src/core/overpayment/settle-oldest.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aPart, someParts } from '../../support/overpayment-parts.js';

describe('settleOldest', () => {
  it('settles whole instalments, oldest first, and cuts the one in which the cash ends', () => {
    const due = serviceMonth('2026-11');
    const [first, second, third] = [1, 2, 3].map((number) =>
      aPart({ entitlementId: number, instalment: number, due }),
    );
    if (!first || !second || !third) throw new Error('three parts');
    const { whole, cut } = settleOldest([third, second, first], 30_000n);
    expect(whole).toEqual([first]);
    expect(cut).toEqual({
      part: second,
      settled: { of: 2, amount: -5_000n, instalment: 2, due },
      rest: { of: 2, amount: -20_000n, instalment: 2, due },
    });
  });

  it('settles the cash to the rupiah, never more, in whatever order the parts come', () => {
    const cash = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(someParts, cash, (parts, share) => {
        const owed = -sumRupiah(parts.map(({ amount }) => amount));
        const amount = BigInt(Math.ceil(Number(owed) * share));
        const settlement = settleOldest(parts, amount);
        const { whole, cut } = settlement;
        const settled = sumRupiah(
          [...whole, ...(cut === undefined ? [] : [cut.settled])].map((one) => one.amount),
        );
        expect(settled).toBe(-amount);
        expect(cut === undefined || cut.settled.amount + cut.rest.amount === cut.part.amount).toBe(true);
        expect(cut === undefined || cut.rest.amount < 0n).toBe(true);
        expect(settleOldest([...parts].reverse(), amount)).toEqual(settlement);
      }),
    );
  });

  it('takes no cash above what is owed', () => {
    expect(() => settleOldest([aPart()], 25_001n)).toThrow('never more');
  });
});
