import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { sourceKey } from '../../core/funding/plan-funding-import.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { refuseAny } from '../../core/shared/refusals.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FundingSourcesRepository, type BudgetMove } from './funding-sources.repository.js';

export type { BudgetMoveKind } from './funding-sources.repository.js';

/** Moves on budget lines. The database applies and refuses them; this tells people why. */
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
    await tx.query('savepoint budget_moves');
    try {
      await this.repository.insertMoves(tx, moves, by, this.clock.now());
      await tx.query('release savepoint budget_moves');
    } catch (error) {
      if (!isOverspent(error)) throw error;
      await tx.query('rollback to savepoint budget_moves');
      refuseAny(await this.shortages(tx, moves));
      throw error;
    }
  }

  private async shortages(tx: Tx, moves: readonly BudgetMove[]): Promise<DomainError[]> {
    const requested = new Map<number, bigint>();
    for (const move of moves.filter(({ kind }) => kind === 'reserve')) {
      requested.set(move.fundingSourceId, (requested.get(move.fundingSourceId) ?? 0n) + move.amount);
    }
    const sources = await this.repository.sourcesById(tx, [...requested.keys()]);
    return sources.flatMap((source) => {
      const available = source.ceiling - source.reserved - source.spent;
      const wanted = requested.get(source.id) ?? 0n;
      if (wanted <= available) return [];
      const facts = { source: sourceKey(source), available, requested: wanted, short: wanted - available };
      return [new DomainError('conflict', 'funding.budget-exceeded', facts)];
    });
  }
}

function isOverspent(error: unknown): boolean {
  const driverError: unknown = error instanceof QueryFailedError ? error.driverError : undefined;
  return (
    driverError instanceof Error &&
    'constraint' in driverError &&
    driverError.constraint === 'budget_not_overspent'
  );
}
