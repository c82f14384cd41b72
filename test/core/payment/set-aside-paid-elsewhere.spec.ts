import fc from 'fast-check';
import type { OwedForMonth } from '../../../src/core/overpayment/set-aside-overpaid.js';
import {
  setAsidePaidElsewhere,
  type PaidOfMonth,
} from '../../../src/core/payment/set-aside-paid-elsewhere.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

const JULY = serviceMonth('2026-07');
const share = (kaderId: number, amount: bigint): OwedForMonth => ({
  entitlementId: 1,
  kaderId,
  sourceId: 1,
  serviceMonth: JULY,
  component: 'honor-bulanan',
  amount,
});
const paidOf = (kaderId: number, paid: bigint, entitled: bigint): PaidOfMonth => ({
  kaderId,
  serviceMonth: JULY,
  component: 'honor-bulanan',
  paid,
  entitled,
  requests: '1/SPP',
});

describe('setAsidePaidElsewhere', () => {
  it.each([
    ['another paid all of it', [share(1, 75_000n)], paidOf(1, 75_000n, 75_000n), 1],
    ['another paid its own part', [share(1, 30_000n)], paidOf(1, 45_000n, 75_000n), 0],
    ['another paid a rupiah too much', [share(1, 30_000n)], paidOf(1, 45_001n, 75_000n), 1],
    ['what another paid came back', [share(1, 75_000n)], paidOf(1, 0n, 75_000n), 0],
    ['only a correction is loose', [share(1, -75_000n)], paidOf(1, 75_000n, 0n), 0],
    ['somebody else was paid', [share(2, 75_000n)], paidOf(1, 75_000n, 75_000n), 0],
  ])('%s', (_, shares, paid, count) => {
    expect(setAsidePaidElsewhere(shares, [paid]).waiting).toHaveLength(count);
  });

  it('puts every share on one side, and what it lets through never goes beyond what is entitled', () => {
    const amounts = fc.array(fc.bigInt(-9n, 9n), { maxLength: 4 });
    fc.assert(
      fc.property(amounts, fc.bigInt(1n, 20n), fc.bigInt(0n, 20n), (all, paid, entitled) => {
        const shares = all.map((amount) => share(1, amount));
        const { owed, waiting } = setAsidePaidElsewhere(shares, [paidOf(1, paid, entitled)]);
        expect(owed.length + waiting.length).toBe(shares.length);
        const asked = owed.reduce((sum, { amount }) => sum + amount, 0n);
        expect(asked <= 0n || paid + asked <= entitled).toBe(true);
      }),
    );
  });
});
