import { Injectable } from '@nestjs/common';
import { afterMoves, isLawful } from '../../core/funding/budget-projection.js';
import { budgetShortages } from '../../core/funding/budget-shortages.js';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { refuseAny } from '../../core/shared/refusals.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import {
  FundingSourcesRepository,
  type BudgetMove,
  type FundingSourceRecord,
} from './funding-sources.repository.js';

export type { BudgetMoveKind } from '../../core/funding/budget-projection.js';

/** A budget line with its room, locked until the transaction ends. */
export interface LockedLine {
  readonly id: number;
  /** `13.10.04.2001/DDS/2026`. */
  readonly key: string;
  readonly payableAccountId: number;
  readonly available: Rupiah;
  /** Of a year that is closed. */
  readonly isClosed: boolean;
}

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

  /** These lines, locked in order of id, and what each can still take. */
  async lock(tx: Tx, ids: readonly number[]): Promise<LockedLine[]> {
    const sources = await this.repository.lockSources(tx, ids);
    return sources.map((source) => {
      const { id, payableAccountId, ceiling, reserved, spent, lapsed } = source;
      const available = ceiling - reserved - spent;
      return { id, key: sourceKey(source), payableAccountId, available, isClosed: lapsed !== null };
    });
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
