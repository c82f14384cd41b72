import { invariant } from '../shared/invariant.js';
import { sumRupiah } from '../shared/rupiah.js';
import { inOrderOfPlan, type OverpaymentPart, type Piece } from './overpayment-part.js';
import type { Instalment } from './plan-instalments.js';

/** Cuts what is owed into the instalments of a plan: every piece lies in one instalment and came of one part. */
export function spreadOverPlan(
  owed: readonly OverpaymentPart[],
  instalments: readonly Instalment[],
): Piece[] {
  const pieces: Piece[] = [];
  const parts = inOrderOfPlan(owed.map((part) => ({ ...part, instalment: null })));
  const waiting = parts.map(({ entitlementId, amount }) => ({ of: entitlementId, left: -amount }));
  for (const { number, due, amount } of instalments) {
    let room = amount;
    for (const part of waiting) {
      const taken = part.left < room ? part.left : room;
      if (taken === 0n) continue;
      pieces.push({ of: part.of, amount: -taken, instalment: number, due });
      part.left -= taken;
      room -= taken;
    }
    invariant(room === 0n, 'the instalments are no more than what is owed');
  }
  invariant(sumRupiah(waiting.map(({ left }) => left)) === 0n, 'the instalments cover what is owed');
  return pieces;
}
