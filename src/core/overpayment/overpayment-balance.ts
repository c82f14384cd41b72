import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { OverpaymentPart, PartStanding } from './overpayment-part.js';

/** What became of an overpayment; the amount is the sum of what was recovered and the rest. */
export interface OverpaymentBalance {
  readonly amount: Rupiah;
  readonly setOff: Rupiah;
  readonly cash: Rupiah;
  /** Still owed; part of it is held by requests that are not paid out yet. */
  readonly rest: Rupiah;
  readonly held: Rupiah;
}

/** How people call each state of a case. */
export const overpaymentStateNames = {
  opened: 'dibuka',
  proposed: 'rencana menunggu orang kedua',
  agreed: 'dicicil',
  closed: 'lunas',
} as const;
export type OverpaymentState = keyof typeof overpaymentStateNames;

export function overpaymentBalance(parts: readonly OverpaymentPart[]): OverpaymentBalance {
  const sumOf = (...standings: PartStanding[]) =>
    -sumRupiah(parts.filter(({ standing }) => standings.includes(standing)).map(({ amount }) => amount));
  const [setOff, cash, held, rest] = [
    sumOf('recovered'),
    sumOf('cash'),
    sumOf('held'),
    sumOf('owed', 'held'),
  ];
  return { amount: setOff + cash + rest, setOff, cash, rest, held };
}

/** A case is closed when nothing is left; a set-off that the bank returned opens it again by itself. */
export function overpaymentState(
  { rest }: OverpaymentBalance,
  latestPlan: { readonly isConfirmed: boolean } | undefined,
): OverpaymentState {
  if (rest === 0n) return 'closed';
  if (latestPlan === undefined) return 'opened';
  return latestPlan.isConfirmed ? 'agreed' : 'proposed';
}
