import fc from 'fast-check';
import { planInstalments } from '../../../src/core/overpayment/plan-instalments.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const november = serviceMonth('2026-11');

describe('planInstalments', () => {
  it('goes from month to month, over the year, and the last takes the rest', () => {
    expect(planInstalments(70_000n, 25_000n, november)).toEqual([
      { number: 1, due: '2026-11', amount: 25_000n },
      { number: 2, due: '2026-12', amount: 25_000n },
      { number: 3, due: '2027-01', amount: 20_000n },
    ]);
  });

  it('adds up to what is owed, with none above what she agreed', () => {
    const amounts = fc.tuple(fc.bigInt(1n, 1_000_000n), fc.bigInt(1_000n, 200_000n));
    fc.assert(
      fc.property(amounts, ([rest, instalment]) => {
        const plan = planInstalments(rest, instalment, november).map(({ amount }) => amount);
        expect(sumRupiah(plan)).toBe(rest);
        expect(plan.slice(0, -1).every((amount) => amount === instalment)).toBe(true);
        expect(plan.every((amount) => amount > 0n && amount <= instalment)).toBe(true);
      }),
    );
  });

  it('is no plan when nothing is owed', () => {
    expect(() => planInstalments(0n, 25_000n, november)).toThrow('gives something back');
  });
});
