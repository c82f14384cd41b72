import fc from 'fast-check';
import { planInstalments } from '../../../src/core/overpayment/plan-instalments.js';
import { spreadOverPlan } from '../../../src/core/overpayment/spread-over-plan.js';
import { groupBy } from '../../../src/core/shared/group-by.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aPart, someParts } from '../../support/overpayment-parts.js';

const november = serviceMonth('2026-11');

describe('spreadOverPlan', () => {
  it('cuts one month that is owed back whole into the instalments she agreed to', () => {
    const pieces = spreadOverPlan([aPart({ amount: -75_000n })], planInstalments(75_000n, 30_000n, november));
    expect(pieces).toEqual([
      { of: 1, amount: -30_000n, instalment: 1, due: '2026-11' },
      { of: 1, amount: -30_000n, instalment: 2, due: '2026-12' },
      { of: 1, amount: -15_000n, instalment: 3, due: '2027-01' },
    ]);
  });

  it('neither creates nor loses a rupiah, of any part or instalment, in whatever order the parts come', () => {
    fc.assert(
      fc.property(someParts, fc.bigInt(5_000n, 100_000n), (parts, instalment) => {
        const plan = planInstalments(-sumRupiah(parts.map(({ amount }) => amount)), instalment, november);
        const pieces = spreadOverPlan(parts, plan);
        const sums = (keyOf: (piece: (typeof pieces)[number]) => number) =>
          [...groupBy(pieces, keyOf)].map(([key, of]) => [key, sumRupiah(of.map(({ amount }) => amount))]);
        expect(new Map(sums(({ of }) => of) as [number, bigint][])).toEqual(
          new Map(parts.map(({ entitlementId, amount }) => [entitlementId, amount])),
        );
        expect(sums(({ instalment: number }) => number ?? 0)).toEqual(
          plan.map(({ number, amount }) => [number, -amount]),
        );
        expect(pieces.every(({ amount }) => amount < 0n)).toBe(true);
        expect(spreadOverPlan([...parts].reverse(), plan)).toEqual(pieces);
      }),
    );
  });
});
