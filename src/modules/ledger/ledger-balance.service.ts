import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { LedgerReportsRepository } from './ledger-reports.repository.js';
import type { LedgerBalance } from './ledger.service.js';

@Injectable()
export class LedgerBalanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: LedgerReportsRepository,
  ) {}

  /**
   * Balance by account as at a position of the chain, or at its end.
   * @throws DomainError `book.position-beyond-chain` when the chain does not reach so far
   */
  balances(at?: bigint): Promise<LedgerBalance[]> {
    return this.dataSource.transaction('REPEATABLE READ', async (tx) =>
      this.reports.balancesAt(tx, await this.reports.position(tx, at)),
    );
  }
}
