import fc from 'fast-check';
import type { OwedForMonth } from '../../../src/core/overpayment/set-aside-overpaid.js';
import { takeInstalments, type DueInstalment } from '../../../src/core/overpayment/take-instalments.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const owed = (month: string, amount: bigint, sourceId = 1): OwedForMonth => ({
  entitlementId: 1,
  kaderId: 1,
  sourceId,
  serviceMonth: serviceMonth(month),
  component: 'honor-bulanan',
  amount,
});
const due = (instalment: number, amount = -25_000n, sourceId = 1): DueInstalment => ({
  ...owed('2026-07', amount, sourceId),
  entitlementId: 100 + instalment,
  overpaymentId: 1,
  instalment,
});
const taken = (shares: readonly OwedForMonth[], instalments: readonly DueInstalment[]) =>
  takeInstalments(shares, instalments).map(({ instalment }) => instalment);

describe('takeInstalments', () => {
  it('takes one instalment for a month of honor, the oldest', () => {
    expect(taken([owed('2026-10', 50_000n)], [due(2), due(1)])).toEqual([1]);
  });

  it('takes as many as it pays months, also those of earlier months that no request paid', () => {
    const quarter = ['2026-10', '2026-11', '2026-12'].map((month) => owed(month, 50_000n));
    expect(taken(quarter, [due(1), due(2), due(3), due(4)])).toEqual([1, 2, 3]);
  });

  it.each([
    ['nothing would be left', [owed('2026-10', 25_000n)], []],
    ['another budget line owes her', [owed('2026-10', 75_000n, 2)], []],
    ['nothing is owed', [], []],
  ])('takes none when %s', (_, shares, expected) => {
    expect(taken(shares, [due(1)])).toEqual(expected);
  });

  it('always leaves her something, and no line below nothing', () => {
    const sources = fc.integer({ min: 1, max: 2 });
    const shares = fc.array(
      fc.tuple(fc.constantFrom('2026-10', '2026-11'), fc.bigInt(1n, 90n), sources).map((one) => owed(...one)),
      { minLength: 1 },
    );
    const instalments = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 4 }), fc.bigInt(-60n, -1n), sources).map((one) => due(...one)),
    );
    fc.assert(
      fc.property(shares, instalments, (ofHer, ofCase) => {
        const all: OwedForMonth[] = [...ofHer, ...takeInstalments(ofHer, ofCase)];
        const totalOf = (source: number) =>
          sumRupiah(all.filter(({ sourceId }) => sourceId === source).map(({ amount }) => amount));
        expect(totalOf(1) >= 0n && totalOf(2) >= 0n).toBe(true);
        expect(totalOf(1) + totalOf(2) > 0n).toBe(true);
        const months = new Set(ofHer.map((share) => share.serviceMonth)).size;
        expect(new Set(taken(ofHer, ofCase)).size).toBeLessThanOrEqual(months);
      }),
    );
  });
});
