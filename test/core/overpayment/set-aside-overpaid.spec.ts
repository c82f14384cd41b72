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
    ['less honor, of another line', [share('2026-07', 1, -50_000n), share('2026-07', 2, 25_000n)], 2],
    ['more honor, of another line', [share('2026-07', 1, -50_000n), share('2026-07', 2, 75_000n)], 0],
  ])('%s', (_, shares, count) => {
    expect(setAsideOverpaid(shares).overpaid).toHaveLength(count);
  });

  const shares = fc.array(
    fc
      .tuple(fc.constantFrom('2026-07', '2026-08'), fc.integer({ min: 1, max: 2 }), fc.bigInt(-9n, 9n))
      .map(([month, sourceId, amount]) => share(month, sourceId, amount)),
  );
  const netOf = (some: readonly OwedForMonth[]) => some.reduce((sum, { amount }) => sum + amount, 0n);

  it('never depends on other months in what it sets aside, and takes nothing off them', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { overpaid } = setAsideOverpaid(all);
        const july = all.filter(({ serviceMonth: month }) => month === '2026-07');
        expect(setAsideOverpaid(july).overpaid).toEqual(
          overpaid.filter(({ serviceMonth: month }) => month === '2026-07'),
        );
      }),
    );
  });

  it('leaves out only what is worth nothing to her, and takes no month that is worth less than nothing', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { owed, overpaid, unmoved } = setAsideOverpaid(all);
        expect(netOf([...owed, ...overpaid, ...unmoved])).toBe(netOf(all));
        for (const month of ['2026-07', '2026-08'])
          expect(netOf(owed.filter((one) => one.serviceMonth === month))).toBeGreaterThanOrEqual(0n);
        for (const sourceId of [1, 2])
          expect(netOf(owed.filter((one) => one.sourceId === sourceId))).toBeGreaterThanOrEqual(0n);
      }),
    );
  });
});
