import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessService } from '../access/access.service.js';
import { LedgerReportsRepository } from './ledger-reports.repository.js';
import type { LedgerBalance } from './ledger.service.js';

@Injectable()
export class LedgerBalanceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: LedgerReportsRepository,
    private readonly access: AccessService,
  ) {}

  /**
   * Balance by account as at a position of the chain, or at its end; of the paying bodies that whoever asks sees.
   * @throws DomainError `book.position-beyond-chain` when the chain does not reach so far
   */
  async balances(at?: bigint): Promise<LedgerBalance[]> {
    this.access.requireReading('ledger.read');
    return this.dataSource.transaction('REPEATABLE READ', async (tx) =>
      this.reports.balancesAt(tx, await this.reports.position(tx, at)),
    );
  }
}
