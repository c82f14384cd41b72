import fc from 'fast-check';
import type { OverpaymentPart, PartStanding } from '../../src/core/overpayment/overpayment-part.js';
import { serviceMonth } from '../../src/core/shared/service-month.js';

/** A part of a case: Rp25.000 of July that is still owed, but for what is said. */
export function aPart(change: Partial<OverpaymentPart> = {}): OverpaymentPart {
  return {
    entitlementId: 1,
    sourceId: 1,
    month: serviceMonth('2026-07'),
    component: 'honor-bulanan',
    amount: -25_000n,
    standing: 'owed',
    instalment: null,
    due: null,
    ...change,
  };
}

/** Parts on two budget lines in three months, each with its own number. */
export const someParts = fc
  .uniqueArray(
    fc.record({
      entitlementId: fc.integer({ min: 1, max: 99 }),
      sourceId: fc.integer({ min: 1, max: 2 }),
      month: fc.constantFrom('2026-07', '2026-08', '2026-09').map(serviceMonth),
      amount: fc.bigInt(-90_000n, -1n),
    }),
    { selector: (part) => part.entitlementId, minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.map((part) => aPart(part)));

export const anyStanding = fc.constantFrom<PartStanding>('owed', 'held', 'recovered', 'cash');
