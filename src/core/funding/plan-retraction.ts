import { DomainError } from '../shared/domain-error.js';
import type { RecordedReceipt } from './plan-receipt.js';

/** What undoing a tranche does: to one that stands, or nothing because it was undone for that reason before. */
export type RetractionPlan =
  | { readonly plan: 'retract'; readonly receipt: RecordedReceipt }
  | { readonly plan: 'retracted'; readonly receipt: RecordedReceipt };

/**
 * Which tranche is undone.
 *
 * @param earlier what is recorded under the reference, oldest first
 * @param reason why it is undone, tidied
 * @throws DomainError when there is none, it was undone for another reason, or no reason is given
 */
export function planRetraction(
  wish: { readonly source: string; readonly reference: string; readonly reason: string },
  earlier: readonly RecordedReceipt[],
): RetractionPlan {
  const { source, reference, reason } = wish;
  if (reason === '') {
    throw new DomainError('invalid', 'funding.retraction-reason-missing', { source, reference });
  }
  const receipt = earlier.at(-1);
  if (receipt === undefined) {
    throw new DomainError('missing', 'funding.receipt-unknown', { source, reference });
  }
  const before = receipt.retractedBecause;
  if (before === null) return { plan: 'retract', receipt };
  if (before === reason) return { plan: 'retracted', receipt };
  throw new DomainError('conflict', 'funding.receipt-retracted', { source, reference, before });
}
