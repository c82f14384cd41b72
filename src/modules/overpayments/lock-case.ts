import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { OverpaymentRecord, OverpaymentsRepository } from './overpayments.repository.js';

/** The case, and its payer locked: nothing of hers is composed or received meanwhile. @throws DomainError `overpayment.unknown` */
export async function lockCase(
  repository: OverpaymentsRepository,
  tx: Tx,
  number: string,
): Promise<OverpaymentRecord> {
  const found = await repository.caseByNumber(tx, number);
  if (found === undefined) throw new DomainError('missing', 'overpayment.unknown', { number });
  await repository.lockPayer(tx, found.payingBodyId);
  return found;
}
