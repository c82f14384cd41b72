import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { proveBudgets } from '../../core/funding/prove-budgets.js';
import type { DomainError } from '../../core/shared/domain-error.js';
import { AccessService } from '../access/access.service.js';
import { BudgetProofRepository } from './budget-proof.repository.js';
import { FundingSourcesRepository } from './funding-sources.repository.js';

/** What a proof found. */
export interface BudgetProof {
  readonly proven: boolean;
  /** How many budget lines were compared. */
  readonly sources: number;
  readonly problems: readonly DomainError[];
}

/** The nightly proof: what stands on each budget line is what its moves, the ledger and the requests make it. */
@Injectable()
export class BudgetProofService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sources: FundingSourcesRepository,
    private readonly repository: BudgetProofRepository,
    private readonly access: AccessService,
  ) {}

  /** Recomputes every budget line, on one snapshot of the database. */
  async prove(): Promise<BudgetProof> {
    this.access.requireReading('ledger.verify');
    return this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const sources = await this.sources.sources(tx);
      const problems = proveBudgets({
        budgets: sources.map((source) => ({ ...source, key: sourceKey(source) })),
        moves: await this.repository.moveTotals(tx),
        paidInLedger: await this.repository.paidInLedger(tx),
        receivedInLedger: await this.repository.receivedInLedger(tx),
        heldByRequests: await this.repository.heldByRequests(tx),
      });
      return { proven: problems.length === 0, sources: sources.length, problems };
    });
  }
}
