import { DomainError } from '../../core/shared/domain-error.js';
import type { Tx } from '../../platform/database/transaction.js';
import type {
  FundingSourceRecord,
  FundingSourcesRepository,
  SourceName,
} from './funding-sources.repository.js';

/** The budget line that a command names, locked. @throws DomainError `funding.source-missing` */
export async function lockSource(
  repository: FundingSourcesRepository,
  tx: Tx,
  name: SourceName,
): Promise<FundingSourceRecord> {
  const source = await repository.lockSource(tx, name);
  if (source !== undefined) return source;
  const { payer, label, fiscalYear: year } = name;
  throw new DomainError('missing', 'funding.source-missing', { source: `${payer}/${label}`, payer, year });
}
