import { refusal, type Refusal } from '../formats/sheet/problem.js';
import type { BankResult } from '../formats/bank-transfer/bank-result.js';
import type { Rupiah } from '../shared/rupiah.js';

export type DisbursementState = 'prepared' | 'released' | 'paid' | 'returned';

/** A disbursement that the bank was asked to make. */
export interface SentDisbursement {
  readonly id: number;
  readonly reference: string;
  readonly amount: Rupiah;
  readonly state: DisbursementState;
}

/** What one line of the bank's answer does: settles a disbursement, repeats what is known, or is wrong. */
export type ResultPlan =
  | { readonly settles: SentDisbursement }
  | { readonly known: SentDisbursement }
  | { readonly field: 'reference' | 'amount' | 'status'; readonly refused: Refusal };

/**
 * Compares a line of the bank's answer with what was sent: reference, amount and outcome. Nothing is taken on
 * trust; an amount that differs is not a payment of ours.
 */
export function planBankResult(
  result: Pick<BankResult, 'reference' | 'amount' | 'status'>,
  sent: ReadonlyMap<string, SentDisbursement>,
  requestNumber: string,
): ResultPlan {
  const { reference, status } = result;
  const disbursement = sent.get(reference);
  if (disbursement === undefined) {
    const facts = { reference, number: requestNumber };
    return { field: 'reference', refused: refusal('payment.result-unknown-reference', facts) };
  }
  if (result.amount !== disbursement.amount) {
    const facts = { reference, found: result.amount, expected: disbursement.amount };
    return { field: 'amount', refused: refusal('payment.result-amount-differs', facts) };
  }
  if (disbursement.state === 'released') return { settles: disbursement };
  if (disbursement.state === status) return { known: disbursement };
  const facts = { reference, before: disbursement.state };
  return { field: 'status', refused: refusal('payment.result-contradicts', facts) };
}
