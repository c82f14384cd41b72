import { DomainError } from '../shared/domain-error.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { OverpaymentBalance } from './overpayment-balance.js';

/** How instalments come in: taken off later honor on the same budget line, or brought in cash. */
export const recoveryModes = ['set-off', 'cash'] as const;
export type RecoveryMode = (typeof recoveryModes)[number];

/** What a kader signed (kesanggupan mencicil). */
export interface PlanWish {
  readonly instalment: Rupiah;
  readonly from: ServiceMonth;
  readonly mode: RecoveryMode;
  /** The paper she signed. */
  readonly document: string;
}

/** @throws DomainError when nothing is left to give back, no paper is named, or an instalment is above the rest */
export function checkPlan(number: string, wish: PlanWish, balance: OverpaymentBalance): void {
  requireOwed(number, balance);
  if (wish.document === '') throw new DomainError('invalid', 'overpayment.document-missing', { number });
  const { instalment } = wish;
  const rest = balance.rest - balance.held;
  if (instalment <= rest) return;
  throw new DomainError('invalid', 'overpayment.instalment-above-rest', { number, instalment, rest });
}

/** Two people agree a plan: who records it, and another one. @throws DomainError */
export function checkConfirmation(
  number: string,
  plan: { readonly isConfirmed: boolean; readonly proposedBy: number } | undefined,
  person: { readonly id: number; readonly fullName: string },
  balance: OverpaymentBalance,
): void {
  if (plan === undefined || plan.isConfirmed) {
    throw new DomainError('conflict', 'overpayment.no-plan-waiting', { number });
  }
  if (plan.proposedBy === person.id) {
    throw new DomainError('forbidden', 'overpayment.same-person', { number, person: person.fullName });
  }
  requireOwed(number, balance);
}

function requireOwed(number: string, { rest, held }: OverpaymentBalance): void {
  if (rest > held) return;
  throw new DomainError('conflict', 'overpayment.nothing-owed', { number, rest, held });
}
