import { Injectable } from '@nestjs/common';
import type { BudgetLapse, ClosingSource, OpenRequest } from '../../core/funding/plan-year-closing.js';
import type { DebtBasis, DebtLine } from '../../core/payment/prior-year.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { SourceName } from './funding-sources.repository.js';

/** A fiscal year of a payer that is closed. */
export interface ClosedYear {
  readonly id: number;
  readonly basis: string;
  readonly on: PlainDate;
}

/** Fiscal years that are closed, and the lines that pay what is owed from them. */
@Injectable()
export class YearEndRepository {
  /** The payer first: a line registered or a draft made at this moment is then seen here, or sees the closing. */
  async lockPayer(tx: Tx, payingBodyId: number): Promise<void> {
    await tx.query('select 1 from paying_body where id = $1 for update', [payingBodyId]);
  }

  async closedYear(database: Queryable, payingBodyId: number, year: number): Promise<ClosedYear | undefined> {
    const [closed] = await queryRows<ClosedYear>(
      database,
      `select id, basis, closed_on as "on" from year_closing where paying_body_id = $1 and fiscal_year = $2`,
      [payingBodyId, year],
    );
    return closed;
  }

  /**
   * The lines of a year, locked in order of id, with what each owes kader. What was paid to others too much is no
   * less debt to them.
   */
  linesOf(tx: Tx, payingBodyId: number, year: number): Promise<ClosingSource[]> {
    return queryRows(
      tx,
      `select source.id, body.code as payer, label, fiscal_year as "fiscalYear", activity_code as "activityCode",
              account_code as "accountCode", ceiling, reserved, spent,
              (select coalesce(sum(greatest(owed.amount, 0)), 0)::bigint from (
                 select sum(entitlement.amount) as amount from entitlement join honor_line on honor_line.id = honor_line_id
                 where funding_source_id = source.id
                   and not exists (select from request_entitlement held
                     where held.entitlement_id = entitlement.id and returned_at is null)
                   and not exists (select from overpayment_receipt_part settled where settled.entitlement_id = entitlement.id)
                   and not exists (select from line_transfer_part settled where settled.entitlement_id = entitlement.id)
                 group by kader_id, service_month, component) owed) as debt
       from funding_source source join paying_body body on body.id = paying_body_id
       where paying_body_id = $1 and fiscal_year = $2 order by source.id for no key update of source`,
      [payingBodyId, year],
    );
  }

  /** Requests that take from a line of the year and are neither settled nor given up. */
  openRequests(database: Queryable, payingBodyId: number, year: number): Promise<OpenRequest[]> {
    return queryRows(
      database,
      `select number, state from payment_request request
       where paying_body_id = $1 and state not in ('settled', 'cancelled') and exists (
         select 1 from request_entitlement join entitlement on entitlement.id = entitlement_id
         join funding_source source on source.id = coalesce(request.debt_source_id, funding_source_id)
         where request_id = request.id and fiscal_year = $2)
       order by request.id`,
      [payingBodyId, year],
    );
  }

  async close(
    tx: Tx,
    closing: { payingBodyId: number; year: number; basis: string; on: PlainDate; by: number; at: Date },
    lapses: readonly BudgetLapse[],
  ): Promise<void> {
    const { payingBodyId, year, basis, on, by, at } = closing;
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into year_closing (paying_body_id, fiscal_year, basis, closed_on, closed_by, closed_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [payingBodyId, year, basis, on, by, at],
    );
    await tx.query(
      `insert into budget_lapse (funding_source_id, closing_id, ceiling, spent, lapsed, debt)
       select lapse.id, $1, lapse.ceiling, lapse.spent, lapse.lapsed, lapse.debt
       from unnest($2::int[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[]) as lapse (id, ceiling, spent, lapsed, debt)`,
      [
        id,
        lapses.map(({ fundingSourceId }) => fundingSourceId),
        ...(['ceiling', 'spent', 'lapsed', 'debt'] as const).map((column) =>
          lapses.map((lapse) => lapse[column].toString()),
        ),
      ],
    );
  }

  /** What lapsed when a year was closed, as it was recorded. */
  lapsesOf(database: Queryable, closingId: number): Promise<BudgetLapse[]> {
    return queryRows(
      database,
      `select source.id as "fundingSourceId", body.code || '/' || label || '/' || fiscal_year as source,
              lapse.ceiling, lapse.spent, lapse.lapsed, lapse.debt
       from budget_lapse lapse join funding_source source on source.id = funding_source_id
       join paying_body body on body.id = paying_body_id where closing_id = $1 order by source.id`,
      [closingId],
    );
  }

  /** The closed ones among these lines. */
  async closedAmong(database: Queryable, sourceIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await queryRows<{ id: number }>(
      database,
      `select funding_source_id as id from budget_lapse where funding_source_id = any($1)`,
      [sourceIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async debtLine(
    database: Queryable,
    { payer, label, fiscalYear }: SourceName,
  ): Promise<DebtLine | undefined> {
    const [line] = await queryRows<DebtLine>(
      database,
      `select source.id, body.code || '/' || label || '/' || fiscal_year as key, body.code as payer,
              fiscal_year as "fiscalYear", payable_account_id as "payableAccountId",
              exists (select 1 from prior_year_line where funding_source_id = source.id) as "isMarked",
              exists (select 1 from budget_lapse where funding_source_id = source.id) as "isClosed"
       from funding_source source join paying_body body on body.id = paying_body_id
       where body.code = $1 and label = $2 and fiscal_year = $3`,
      [payer, label, fiscalYear],
    );
    return line;
  }

  async markOf(database: Queryable, sourceId: number): Promise<DebtBasis | undefined> {
    const [mark] = await queryRows<DebtBasis>(
      database,
      `select basis_number as number, basis_date as date, basis_title as title
       from prior_year_line where funding_source_id = $1`,
      [sourceId],
    );
    return mark;
  }

  async mark(
    tx: Tx,
    sourceId: number,
    { number, date, title }: DebtBasis,
    by: number,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `insert into prior_year_line (funding_source_id, basis_number, basis_date, basis_title, marked_by, marked_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [sourceId, number, date, title, by, at],
    );
  }
}
