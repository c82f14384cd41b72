import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { tidyText } from '../../core/funding/plan-receipt.js';
import { planRevision } from '../../core/funding/plan-revision.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { AccessService } from '../access/access.service.js';
import { BudgetService } from './budget.service.js';
import { FundingSourcesRepository, type SourceName } from './funding-sources.repository.js';
import { lockSource } from './lock-source.js';

/** A ceiling that a change of budget (DPPA, APB Nagari Perubahan) sets anew. */
export interface BudgetRevision extends SourceName {
  readonly to: Rupiah;
  readonly legalBasis: string;
  readonly by: number;
}

/** What a revision did. */
export interface RevisedBudget {
  readonly source: string;
  readonly before: Rupiah;
  readonly ceiling: Rupiah;
}

@Injectable()
export class BudgetRevisionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: FundingSourcesRepository,
    private readonly budget: BudgetService,
    private readonly access: AccessService,
  ) {}

  /**
   * Raises or lowers a ceiling; the same revision again changes nothing.
   *
   * @throws DomainError when there is no such line, or the ceiling cannot be so
   */
  async revise(revision: BudgetRevision): Promise<RevisedBudget> {
    await this.access.requirePayer('funding.revise', revision.payer);
    const { to, by } = revision;
    const reference = tidyText(revision.legalBasis);
    const idempotencyKey = `revision/${String(to)}/${reference}`;
    return this.dataSource.transaction(async (tx) => {
      const line = await lockSource(this.repository, tx, revision);
      const isRecorded = await this.repository.hasMove(tx, line.id, idempotencyKey);
      const bound = await this.repository.boundBy(tx, line.id);
      const move = planRevision(line, { to, legalBasis: reference, isRecorded }, bound);
      if (move !== undefined) {
        await this.budget.move(tx, [{ fundingSourceId: line.id, reference, idempotencyKey, ...move }], by);
      }
      return { source: sourceKey(line), before: line.ceiling, ceiling: to };
    });
  }
}
