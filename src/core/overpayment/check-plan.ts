import { DomainError } from '../shared/domain-error.js';
import { formatRupiah, sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { fiscalYearOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { OverpaymentBalance } from './overpayment-balance.js';
import type { OverpaymentPart } from './overpayment-part.js';
import type { Instalment } from './plan-instalments.js';
import { spreadOverPlan } from './spread-over-plan.js';

/** How instalments come in: taken off later honor on the same budget line, or brought in cash. */
export const recoveryModes = ['set-off', 'cash'] as const;
export type RecoveryMode = (typeof recoveryModes)[number];

/** How people call each way. */
const recoveryModeNames = {
  'set-off': 'dipotong dari honor',
  cash: 'disetor tunai',
} as const satisfies Record<RecoveryMode, string>;

/** How much comes in each month, from when, and how. */
export interface PlanTerms {
  readonly instalment: Rupiah;
  readonly from: ServiceMonth;
  readonly mode: RecoveryMode;
}

/** What a kader signed (kesanggupan mencicil). */
export interface PlanWish extends PlanTerms {
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

/**
 * Honor of another fiscal year is paid out of another budget line, so that an instalment due in it would be taken off
 * nothing, and nobody would notice.
 *
 * @param owed the parts that the instalments cover
 * @throws DomainError `overpayment.set-off-beyond-year`
 */
export function checkSetOffYears(
  number: string,
  { mode }: Pick<PlanWish, 'mode'>,
  owed: readonly OverpaymentPart[],
  instalments: readonly Instalment[],
): void {
  if (mode !== 'set-off') return;
  const monthOf = new Map(owed.map(({ entitlementId, month }) => [entitlementId, month]));
  const beyond = spreadOverPlan(owed, instalments).flatMap(({ of, due, amount }) => {
    const month = monthOf.get(of);
    return month !== undefined && due !== null && fiscalYearOf(due) !== fiscalYearOf(month)
      ? [{ year: fiscalYearOf(month), amount: -amount }]
      : [];
  });
  const [first] = beyond;
  if (first === undefined) return;
  const amount = sumRupiah(beyond.map((piece) => piece.amount));
  throw new DomainError('conflict', 'overpayment.set-off-beyond-year', { number, amount, year: first.year });
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

/** The second person confirms what she read on the paper, not whatever waits. @throws DomainError `overpayment.plan-differs` */
export function checkSeenPlan(number: string, waiting: PlanWish, seen: PlanTerms): void {
  const same =
    waiting.instalment === seen.instalment && waiting.from === seen.from && waiting.mode === seen.mode;
  if (same) return;
  const facts = {
    number,
    waiting: termsPhrase(waiting),
    document: waiting.document,
    seen: termsPhrase(seen),
  };
  throw new DomainError('conflict', 'overpayment.plan-differs', facts);
}

/** "cicilan Rp25.000 sebulan mulai November 2026, disetor tunai". */
export function termsPhrase({ instalment, from, mode }: PlanTerms): string {
  return `cicilan ${formatRupiah(instalment)} sebulan mulai ${formatMonth(from)}, ${recoveryModeNames[mode]}`;
}

function requireOwed(number: string, { rest, held }: OverpaymentBalance): void {
  if (rest > held) return;
  throw new DomainError('conflict', 'overpayment.nothing-owed', { number, rest, held });
}
