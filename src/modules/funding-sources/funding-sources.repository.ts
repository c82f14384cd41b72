import { Injectable } from '@nestjs/common';
import type { BudgetMoveKind, BudgetProjection } from '../../core/funding/budget-projection.js';
import type { RegisteredSource } from '../../core/funding/plan-funding-import.js';
import type { FundingRow } from '../../core/funding/funding-sheet.js';
import type { BoundBudget } from '../../core/funding/plan-revision.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface FundingSourceRecord extends RegisteredSource, BudgetProjection {
  readonly id: number;
  readonly payingBodyId: number;
  readonly payerName: string;
  readonly name: string;
  readonly expenseAccountId: number;
  readonly payableAccountId: number;
  readonly incomeAccountId: number;
  /** What lapsed when its year was closed; null while it is open. */
  readonly lapsed: Rupiah | null;
}

/** What names a budget line to people. */
export type SourceName = Pick<RegisteredSource, 'payer' | 'label' | 'fiscalYear'>;

export interface PayingBody {
  readonly id: number;
  readonly kind: 'nagari' | 'opd';
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly cashAccountId: number;
}

export interface BudgetMove {
  readonly fundingSourceId: number;
  readonly kind: BudgetMoveKind;
  readonly amount: Rupiah;
  readonly reference: string;
  readonly idempotencyKey: string;
  /** Of a tranche received or undone: the batch of the ledger that says the same. */
  readonly batchId?: number;
  /** Of a tranche undone: the move that received it. */
  readonly retractsId?: number;
  /** Of a tranche: what explains it, or why it was undone. */
  readonly note?: string;
}

const SOURCE_COLUMNS = `
  source.id, source.paying_body_id as "payingBodyId", body.code as payer, body.name as "payerName", source.label,
  source.name, source.fiscal_year as "fiscalYear", source.activity_code as "activityCode",
  source.account_code as "accountCode", source.expense_account_id as "expenseAccountId",
  source.payable_account_id as "payableAccountId", source.income_account_id as "incomeAccountId", source.ceiling,
  source.reserved, source.spent, source.received,
  (select lapsed from budget_lapse where funding_source_id = source.id) as lapsed`;

/** Which budget lines somebody looks for. */
export interface SourceFilter {
  /** The code of who pays. */
  readonly payer?: string | undefined;
  readonly label?: string | undefined;
  readonly fiscalYear?: number | undefined;
  /** Only those with a higher number. */
  readonly after?: number | undefined;
  readonly limit: number;
}

@Injectable()
export class FundingSourcesRepository {
  sources(database: Queryable): Promise<FundingSourceRecord[]> {
    return queryRows(
      database,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id order by source.id`,
    );
  }

  /** Those somebody looks for, by their numbers. */
  page(
    database: Queryable,
    { payer, label, fiscalYear, after, limit }: SourceFilter,
  ): Promise<FundingSourceRecord[]> {
    return queryRows(
      database,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id
       where ($1::text is null or body.code = $1) and ($2::text is null or source.label = $2)
         and ($3::int is null or source.fiscal_year = $3) and source.id > $4
       order by source.id limit $5`,
      [payer ?? null, label ?? null, fiscalYear ?? null, after ?? 0, limit],
    );
  }

  /** These budget lines, locked in order of id until the transaction ends. */
  lockSources(tx: Tx, ids: readonly number[]): Promise<FundingSourceRecord[]> {
    return queryRows(
      tx,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id
       where source.id = any($1) order by source.id for no key update of source`,
      [ids],
    );
  }

  /** The budget line of this name, locked until the transaction ends. */
  async lockSource(
    tx: Tx,
    { payer, label, fiscalYear }: SourceName,
  ): Promise<FundingSourceRecord | undefined> {
    const [source] = await queryRows<FundingSourceRecord>(
      tx,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id
       where body.code = $1 and source.label = $2 and source.fiscal_year = $3 for no key update of source`,
      [payer, label, fiscalYear],
    );
    return source;
  }

  async payingBody(database: Queryable, code: string): Promise<PayingBody | undefined> {
    const [body] = await queryRows<PayingBody>(
      database,
      `select id, kind, code, name, region_code as "regionCode", cash_account_id as "cashAccountId"
       from paying_body where code = $1`,
      [code],
    );
    return body;
  }

  payingBodies(database: Queryable, ids: readonly number[]): Promise<PayingBody[]> {
    return queryRows(
      database,
      `select id, kind, code, name, region_code as "regionCode", cash_account_id as "cashAccountId"
       from paying_body where id = any($1)`,
      [ids],
    );
  }

  payingBodyById(database: Queryable, id: number): Promise<PayingBody> {
    return queryRow(
      database,
      `select id, kind, code, name, region_code as "regionCode", cash_account_id as "cashAccountId"
       from paying_body where id = $1`,
      [id],
    );
  }

  async insertPayingBody(tx: Tx, row: FundingRow, cashAccountId: number): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into paying_body (kind, code, name, region_code, cash_account_id) values ($1, $2, $3, $4, $5) returning id`,
      [row.payer === row.region ? 'nagari' : 'opd', row.payer, row.payerName, row.region, cashAccountId],
    );
    return id;
  }

  async insertSource(
    tx: Tx,
    row: FundingRow,
    links: Pick<
      FundingSourceRecord,
      'payingBodyId' | 'expenseAccountId' | 'payableAccountId' | 'incomeAccountId'
    >,
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id, income_account_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
      [
        links.payingBodyId,
        row.label,
        row.name ?? row.label,
        row.fiscalYear,
        row.activityCode,
        row.accountCode,
        links.expenseAccountId,
        links.payableAccountId,
        links.incomeAccountId,
      ],
    );
    return id;
  }

  /** Inserts moves in one statement: the database locks the budget lines in order of id, then applies them. */
  async insertMoves(tx: Tx, moves: readonly BudgetMove[], by: number, at: Date): Promise<void> {
    await tx.query(
      `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, batch_id, retracts_id, note, moved_by, moved_at)
       select move.*, $9, $10
       from unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::int[], $8::text[]) as move`,
      [
        moves.map((move) => move.fundingSourceId),
        moves.map((move) => move.kind),
        moves.map((move) => move.amount.toString()),
        moves.map((move) => move.reference),
        moves.map((move) => move.idempotencyKey),
        moves.map((move) => move.batchId ?? null),
        moves.map((move) => move.retractsId ?? null),
        moves.map((move) => move.note ?? null),
        by,
        at,
      ],
    );
  }

  /** Whether a move of this key was made on a budget line. */
  async hasMove(tx: Tx, fundingSourceId: number, idempotencyKey: string): Promise<boolean> {
    const { found } = await queryRow<{ found: boolean }>(
      tx,
      `select exists (select 1 from budget_move where funding_source_id = $1 and idempotency_key = $2) as found`,
      [fundingSourceId, idempotencyKey],
    );
    return found;
  }

  /** What each payment request holds of a budget line or has spent of it. */
  boundBy(tx: Tx, fundingSourceId: number): Promise<BoundBudget[]> {
    return queryRows(
      tx,
      `select * from (
         select reference,
           sum(case kind when 'reserve' then amount when 'reverse' then 0 else -amount end)::bigint as reserved,
           sum(case kind when 'spend' then amount when 'reverse' then -amount else 0 end)::bigint as spent
         from budget_move
         where funding_source_id = $1 and kind in ('reserve', 'release', 'spend', 'reverse') group by reference) bound
       where (reserved, spent) <> (0, 0) order by reference`,
      [fundingSourceId],
    );
  }
}
