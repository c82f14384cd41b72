import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import type { PaymentRequestsRepository } from './payment-requests.repository.js';

/** @throws DomainError `payment.not-the-preparer`: a draft belongs to who composed it */
export async function requirePreparer(
  repository: PaymentRequestsRepository,
  tx: Tx,
  { number, preparedBy }: PaymentRequestRow,
  by: number,
): Promise<void> {
  if (preparedBy === by) return;
  const preparer = await repository.userName(tx, preparedBy);
  throw new DomainError('forbidden', 'payment.not-the-preparer', { number, preparer });
}
