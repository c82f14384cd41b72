import { Injectable } from '@nestjs/common';
import type { RegisteredSource } from '../../core/funding/plan-funding-import.js';
import type { FundingRow } from '../../core/funding/funding-sheet.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface FundingSourceRecord extends RegisteredSource {
  readonly id: number;
  readonly payingBodyId: number;
  readonly payerName: string;
  readonly name: string;
  readonly expenseAccountId: number;
  readonly payableAccountId: number;
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
}

export interface PayingBody {
  readonly id: number;
  readonly kind: 'nagari' | 'opd';
  readonly code: string;
  readonly name: string;
  readonly regionCode: string;
  readonly cashAccountId: number;
}

export type BudgetMoveKind = 'allot' | 'reserve' | 'release' | 'spend' | 'reverse';

export interface BudgetMove {
  readonly fundingSourceId: number;
  readonly kind: BudgetMoveKind;
  readonly amount: Rupiah;
  readonly reference: string;
  readonly idempotencyKey: string;
}

const SOURCE_COLUMNS = `
  source.id, source.paying_body_id as "payingBodyId", body.code as payer, body.name as "payerName", source.label,
  source.name, source.fiscal_year as "fiscalYear", source.activity_code as "activityCode",
  source.account_code as "accountCode", source.expense_account_id as "expenseAccountId",
  source.payable_account_id as "payableAccountId", source.ceiling, source.reserved, source.spent`;

@Injectable()
export class FundingSourcesRepository {
  sources(database: Queryable): Promise<FundingSourceRecord[]> {
    return queryRows(
      database,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id order by source.id`,
    );
  }

  /** These budget lines, locked in order of id until the transaction ends. */
  lockSources(tx: Tx, ids: readonly number[]): Promise<FundingSourceRecord[]> {
    return queryRows(
      tx,
      `select ${SOURCE_COLUMNS} from funding_source source join paying_body body on body.id = paying_body_id
       where source.id = any($1) order by source.id for update of source`,
      [ids],
    );
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
    links: { payingBodyId: number; expenseAccountId: number; payableAccountId: number },
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into funding_source (paying_body_id, label, name, fiscal_year, activity_code, account_code, expense_account_id, payable_account_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
      [
        links.payingBodyId,
        row.label,
        row.name ?? row.label,
        row.fiscalYear,
        row.activityCode,
        row.accountCode,
        links.expenseAccountId,
        links.payableAccountId,
      ],
    );
    return id;
  }

  /** Inserts moves in one statement: the database locks the budget lines in order of id, then applies them. */
  async insertMoves(tx: Tx, moves: readonly BudgetMove[], by: number, at: Date): Promise<void> {
    await tx.query(
      `insert into budget_move (funding_source_id, kind, amount, reference, idempotency_key, moved_by, moved_at)
       select source, kind, amount, reference, key, $6, $7
       from unnest($1::int[], $2::text[], $3::bigint[], $4::text[], $5::text[]) as move(source, kind, amount, reference, key)`,
      [
        moves.map((move) => move.fundingSourceId),
        moves.map((move) => move.kind),
        moves.map((move) => move.amount.toString()),
        moves.map((move) => move.reference),
        moves.map((move) => move.idempotencyKey),
        by,
        at,
      ],
    );
  }
}
