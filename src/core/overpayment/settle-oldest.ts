import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';
import { inOrderOfPlan, type OverpaymentPart, type Piece } from './overpayment-part.js';

/** The parts that cash settles, and the one that must be cut because the cash ends within it. */
export interface Settlement<Part> {
  readonly whole: readonly Part[];
  readonly cut: { readonly part: Part; readonly settled: Piece; readonly rest: Piece } | undefined;
}

/** Cash settles the oldest instalments first, to the rupiah. It must not be more than what is owed. */
export function settleOldest<Part extends OverpaymentPart>(
  owed: readonly Part[],
  cash: Rupiah,
): Settlement<Part> {
  const whole: Part[] = [];
  let left = cash;
  for (const part of inOrderOfPlan(owed)) {
    if (left === 0n) break;
    if (left < -part.amount) return { whole, cut: cutOff(part, left) };
    whole.push(part);
    left += part.amount;
  }
  invariant(left === 0n, 'cash is never more than what is owed');
  return { whole, cut: undefined };
}

function cutOff<Part extends OverpaymentPart>(part: Part, cash: Rupiah) {
  const { entitlementId: of, instalment, due, amount } = part;
  const settled: Piece = { of, amount: -cash, instalment, due };
  return { part, settled, rest: { ...settled, amount: amount + cash } };
}
