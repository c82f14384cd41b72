import { Injectable } from '@nestjs/common';
import { budgetOf, type BudgetLine, type BudgetMoved } from '../../core/books/budget-line.js';
import { groupBy } from '../../core/shared/group-by.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

type Line = Omit<BudgetLine, 'ceiling' | 'reserved'>;

/** Whether any move of its budget was there: a line registered later was not. */
export type MovedLine = BudgetLine & { readonly isMoved: boolean };

type Moved = BudgetMoved & { readonly sourceId: number };

/** Budget lines with what their append-only moves add up to. */
@Injectable()
export class BudgetLinesRepository {
  lines(database: Queryable): Promise<Line[]> {
    return queryRows(
      database,
      `select source.id, body.code as payer, label, fiscal_year as "fiscalYear", activity_code as "activityCode",
              account_code as "accountCode", expense_account_id as "expenseAccountId",
              payable_account_id as "payableAccountId"
       from funding_source source join paying_body body on body.id = paying_body_id order by source.id`,
    );
  }

  /** The last move of any budget up to now, or up to when the batch at a position was recorded; 0 for none. */
  async lastMove(database: Queryable, atPosition: bigint | undefined): Promise<number> {
    const { last } = await queryRow<{ last: number }>(
      database,
      `select coalesce(max(id), 0) as last from budget_move
       where $1::bigint is null or moved_at <= (select recorded_at from ledger.batch where position = $1::bigint)`,
      [atPosition === undefined ? null : String(atPosition)],
    );
    return last;
  }

  /** The lines with ceiling and reservation, now or when the batch at a position was recorded. */
  async withBudget(database: Queryable, atPosition: bigint | undefined): Promise<MovedLine[]> {
    const moves = await queryRows<Moved>(
      database,
      `select funding_source_id as "sourceId", kind, sum(amount)::bigint as amount from budget_move
       where $1::bigint is null or moved_at <= (select recorded_at from ledger.batch where position = $1::bigint)
       group by funding_source_id, kind order by 1, 2`,
      [atPosition === undefined ? null : String(atPosition)],
    );
    const bySource = groupBy(moves, ({ sourceId }) => sourceId);
    return (await this.lines(database)).map((line) => ({
      ...line,
      isMoved: bySource.has(line.id),
      ...budgetOf(bySource.get(line.id) ?? []),
    }));
  }
}
