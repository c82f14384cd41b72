import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sourceKey, type RegisteredSource } from '../../core/funding/plan-funding-import.js';
import { planRevision } from '../../core/funding/plan-revision.js';
import { DomainError } from '../../core/shared/domain-error.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { BudgetService } from './budget.service.js';
import { FundingSourcesRepository } from './funding-sources.repository.js';

/** A ceiling that a change of budget (DPPA, APB Nagari Perubahan) sets anew. */
export interface BudgetRevision extends Pick<RegisteredSource, 'payer' | 'label' | 'fiscalYear'> {
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
  ) {}

  /** Raises a ceiling; the same revision again changes nothing. @throws DomainError when there is no such line */
  async revise(revision: BudgetRevision): Promise<RevisedBudget> {
    const { payer, label, fiscalYear: year, to, legalBasis, by } = revision;
    const source = sourceKey(revision);
    return this.dataSource.transaction(async (tx) => {
      const known = (await this.repository.sources(tx)).find((one) => sourceKey(one) === source);
      const [line] = known === undefined ? [] : await this.repository.lockSources(tx, [known.id]);
      if (line === undefined) {
        const facts = { source: `${payer}/${label}`, payer, year };
        throw new DomainError('missing', 'funding.source-missing', facts);
      }
      const amount = planRevision(line, to, legalBasis);
      const move = {
        kind: 'allot',
        reference: legalBasis,
        idempotencyKey: `revision/${String(to)}`,
      } as const;
      if (amount > 0n) await this.budget.move(tx, [{ fundingSourceId: line.id, amount, ...move }], by);
      return { source, before: line.ceiling, ceiling: to };
    });
  }
}
