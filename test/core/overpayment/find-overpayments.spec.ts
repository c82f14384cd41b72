import fc from 'fast-check';
import { findOverpayments, type CorrectedShare } from '../../../src/core/overpayment/find-overpayments.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const share = (change: Partial<CorrectedShare>): CorrectedShare => ({
  entitlementId: 1,
  kaderId: 1,
  sourceId: 1,
  serviceMonth: serviceMonth('2026-07'),
  component: 'honor-bulanan',
  amount: 75_000n,
  payingBodyId: 1,
  standing: 'loose',
  revision: 0,
  policy: 'honor v1',
  legalBasis: '1/2026',
  calculatedOn: plainDate('2026-10-05'),
  ...change,
});
const paid = (change: Partial<CorrectedShare> = {}) => share({ standing: 'paid', ...change });
const delta = (change: Partial<CorrectedShare> = {}) =>
  share({
    entitlementId: 2,
    amount: -25_000n,
    revision: 1,
    calculatedOn: plainDate('2026-11-02'),
    ...change,
  });

describe('findOverpayments', () => {
  it('finds what was paid and is not entitled any more, by budget line, since when, from which corrections', () => {
    const august = {
      serviceMonth: serviceMonth('2026-08'),
      sourceId: 2,
      calculatedOn: plainDate('2026-11-01'),
    };
    const found = findOverpayments([paid(), delta(), paid(august), delta({ ...august, entitlementId: 3 })]);
    expect(found).toMatchObject([
      {
        kaderId: 1,
        amount: 50_000n,
        since: '2026-11-01',
        lines: [
          { sourceId: 1, amount: 25_000n },
          { sourceId: 2, amount: 25_000n },
        ],
        deltas: [{ entitlementId: 2 }, { entitlementId: 3 }],
      },
    ]);
  });

  it.each([
    ['it is unpaid', [share({}), delta()]],
    ['it is being paid just now', [share({ standing: 'on-its-way' }), delta()]],
    ['it was corrected upward', [paid(), delta({ amount: 25_000n })]],
    ['it was paid by another body', [paid({ payingBodyId: 2 }), delta()]],
  ])('finds nothing when %s', (_, shares) => {
    expect(findOverpayments(shares)).toEqual([]);
  });

  it('finds the same in whatever order the shares come', () => {
    const shares = [
      paid(),
      delta(),
      paid({ kaderId: 2 }),
      delta({ kaderId: 2, entitlementId: 5 }),
      delta({ entitlementId: 6, amount: 10_000n }),
    ];
    const expected = findOverpayments(shares);
    const orders = fc.shuffledSubarray(shares, { minLength: shares.length });
    fc.assert(
      fc.property(orders, (order) => {
        expect(findOverpayments(order)).toEqual(expected);
      }),
    );
  });
});
