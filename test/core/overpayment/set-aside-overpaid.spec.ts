import fc from 'fast-check';
import { setAsideOverpaid, type OwedForMonth } from '../../../src/core/overpayment/set-aside-overpaid.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const share = (month: string, sourceId: number, amount: bigint): OwedForMonth => ({
  entitlementId: 1,
  kaderId: 1,
  sourceId,
  serviceMonth: serviceMonth(month),
  component: 'honor-bulanan',
  amount,
});

describe('setAsideOverpaid', () => {
  it.each([
    [
      'a correction of a month that is paid',
      [share('2026-07', 1, -25_000n), share('2026-10', 1, 50_000n)],
      1,
    ],
    [
      'a correction of a month that is unpaid',
      [share('2026-07', 1, 75_000n), share('2026-07', 1, -25_000n)],
      0,
    ],
    ['a correction of all that is unpaid', [share('2026-07', 1, 75_000n), share('2026-07', 1, -75_000n)], 0],
    ['a correction beyond what is unpaid', [share('2026-07', 1, 25_000n), share('2026-07', 1, -75_000n)], 2],
    ['honor that moved to another line', [share('2026-07', 1, -25_000n), share('2026-07', 2, 25_000n)], 0],
  ])('%s', (_, shares, count) => {
    expect(setAsideOverpaid(shares).overpaid).toHaveLength(count);
  });

  it('puts every share on one side, and what is set aside never depends on other months', () => {
    const shares = fc.array(
      fc
        .tuple(fc.constantFrom('2026-07', '2026-08'), fc.integer({ min: 1, max: 2 }), fc.bigInt(-9n, 9n))
        .map(([month, sourceId, amount]) => share(month, sourceId, amount)),
    );
    fc.assert(
      fc.property(shares, (all) => {
        const { owed, overpaid } = setAsideOverpaid(all);
        expect([...owed, ...overpaid].length).toBe(all.length);
        const july = all.filter(({ serviceMonth: month }) => month === '2026-07');
        expect(setAsideOverpaid(july).overpaid).toEqual(
          overpaid.filter(({ serviceMonth: month }) => month === '2026-07'),
        );
      }),
    );
  });
});
