import { Injectable } from '@nestjs/common';
import type { DebtLine } from '../../core/payment/prior-year.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { SourceName } from './funding-sources.repository.js';
import { YearEndRepository } from './year-end.repository.js';

/** What a request asks of closed years and of the lines that pay their debts. */
@Injectable()
export class DebtLinesService {
  constructor(private readonly repository: YearEndRepository) {}

  /** @throws DomainError `funding.source-missing` */
  async require(database: Queryable, name: SourceName): Promise<DebtLine> {
    const line = await this.repository.debtLine(database, name);
    if (line !== undefined) return line;
    const { payer, label, fiscalYear: year } = name;
    throw new DomainError('missing', 'funding.source-missing', { source: `${payer}/${label}`, payer, year });
  }

  /** Those of these lines whose year is closed. */
  closedAmong(database: Queryable, sourceIds: readonly number[]): Promise<ReadonlySet<number>> {
    return this.repository.closedAmong(database, sourceIds);
  }
}
