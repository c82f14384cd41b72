import { Injectable } from '@nestjs/common';
import { afterMoves, isLawful } from '../../core/funding/budget-projection.js';
import { budgetShortages } from '../../core/funding/budget-shortages.js';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import {
  FundingSourcesRepository,
  type BudgetMove,
  type FundingSourceRecord,
} from './funding-sources.repository.js';

export type { BudgetMoveKind } from '../../core/funding/budget-projection.js';

const changesBudget: ReadonlySet<BudgetMove['kind']> = new Set([
  'allot',
  'cut',
  'reserve',
  'release',
  'spend',
]);

/** Moves on budget lines. The database refuses what must not be; this decides first and tells people why. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly repository: FundingSourcesRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Applies moves to their budget lines, all or none, inside the caller's transaction.
   *
   * @throws Refusals with `funding.budget-exceeded` for every line that is short
   */
  async move(tx: Tx, moves: readonly BudgetMove[], by: number): Promise<void> {
    const sources = await this.repository.lockSources(tx, [
      ...new Set(moves.map((move) => move.fundingSourceId)),
    ]);
    const budgets = sources.map((source) => ({ ...source, key: sourceKey(source) }));
    this.refuseClosed(sources, moves);
    const reservations = moves.filter(({ kind }) => kind === 'reserve');
    refuseAny(budgetShortages(reservations, budgets));
    for (const budget of budgets) {
      const own = moves.filter((move) => move.fundingSourceId === budget.id);
      invariant(isLawful(afterMoves(budget, own)), `the moves on ${budget.key} leave it lawful`);
    }
    await this.repository.insertMoves(tx, moves, by, this.clock.now());
  }

  /** A closed line only takes back what comes back, and what was received for it. */
  private refuseClosed(sources: readonly FundingSourceRecord[], moves: readonly BudgetMove[]): void {
    const bound = new Set(
      moves.filter(({ kind }) => changesBudget.has(kind)).map((move) => move.fundingSourceId),
    );
    refuseAny(
      sources
        .filter(({ id, lapsed }) => lapsed !== null && bound.has(id))
        .map((source) => {
          const facts = { source: sourceKey(source), year: source.fiscalYear };
          return new DomainError('conflict', 'funding.year-closed', facts);
        }),
    );
  }
}
