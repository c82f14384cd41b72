import { Injectable } from '@nestjs/common';
import type { PlanWish } from '../../core/overpayment/check-plan.js';
import type { CashReceipt } from '../../core/overpayment/plan-cash-recovery.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

export interface OverpaymentRecord {
  readonly id: number;
  readonly number: string;
  readonly payingBodyId: number;
  readonly payer: string;
  readonly payerName: string;
  readonly cashAccountId: number;
  readonly kaderId: number;
  readonly kader: string;
  readonly nik: string;
  readonly amount: Rupiah;
  readonly openedBy: string;
  readonly openedAt: Date;
}

export interface PlanRecord extends PlanWish {
  readonly id: number;
  readonly overpaymentId: number;
  readonly proposedBy: number;
  readonly proposer: string;
  readonly proposedAt: Date;
  readonly isConfirmed: boolean;
  readonly confirmer: string | null;
  readonly confirmedAt: Date | null;
}

export interface ReceiptRecord {
  readonly receipt: string;
  readonly amount: Rupiah;
  readonly on: PlainDate;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

const CASE = `
  select overpayment.id, overpayment.number, paying_body_id as "payingBodyId", body.code as payer, body.name as "payerName",
         body.cash_account_id as "cashAccountId",
         kader_id as "kaderId", kader.name as kader, kader.nik_sealed as nik, overpayment.amount, opener.full_name as "openedBy",
         opened_at as "openedAt"
  from overpayment join paying_body body on body.id = paying_body_id join kader on kader.id = kader_id
  join app_user opener on opener.id = opened_by`;

/** Cases, the plans she signed, and what she brought in cash. */
@Injectable()
export class OverpaymentsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Oldest first: of one payer, or of all. */
  cases(
    database: Queryable,
    payer: string | undefined,
    { after, limit }: Part = {},
  ): Promise<OverpaymentRecord[]> {
    const condition = '($1::text is null or body.code = $1) and overpayment.id > $2';
    return this.casesWhere(database, condition, [payer ?? null, after?.[0] ?? 0], limit);
  }

  casesByNumber(database: Queryable, numbers: readonly string[]): Promise<OverpaymentRecord[]> {
    return this.casesWhere(database, 'overpayment.number = any($1)', [numbers]);
  }

  async numberOf(database: Queryable, id: number): Promise<string | undefined> {
    const [found] = await queryRows<{ number: string }>(
      database,
      'select number from overpayment where id = $1',
      [id],
    );
    return found?.number;
  }

  async caseByNumber(database: Queryable, number: string): Promise<OverpaymentRecord | undefined> {
    const [found] = await this.casesByNumber(database, [number]);
    return found;
  }

  /** Whatever composes, agrees or receives for a paying body waits for this one. */
  async lockPayer(tx: Tx, payingBodyId: number): Promise<void> {
    await tx.query('select 1 from paying_body where id = $1 for update', [payingBodyId]);
  }

  async count(database: Queryable, payingBodyId: number): Promise<number> {
    const { count } = await queryRow<{ count: number }>(
      database,
      `select count(*)::int as count from overpayment where paying_body_id = $1`,
      [payingBodyId],
    );
    return count;
  }

  async insertCase(
    tx: Tx,
    found: {
      readonly number: string;
      readonly payingBodyId: number;
      readonly kaderId: number;
      readonly amount: Rupiah;
    },
    by: number,
    at: Date,
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into overpayment (number, paying_body_id, kader_id, amount, opened_by, opened_at)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [found.number, found.payingBodyId, found.kaderId, String(found.amount), by, at],
    );
    return id;
  }

  /** Of these cases, oldest first; the last of a case that is confirmed is in force. */
  plans(database: Queryable, overpaymentIds: readonly number[]): Promise<PlanRecord[]> {
    return queryRows(
      database,
      `select plan.id, overpayment_id as "overpaymentId", instalment, first_month as from, mode, document,
              proposed_by as "proposedBy", proposer.full_name as proposer, proposed_at as "proposedAt",
              plan_id is not null as "isConfirmed", confirmer.full_name as confirmer, confirmed_at as "confirmedAt"
       from overpayment_plan plan join app_user proposer on proposer.id = proposed_by
       left join overpayment_confirmation on plan_id = plan.id left join app_user confirmer on confirmer.id = confirmed_by
       where overpayment_id = any($1) order by plan.id`,
      [overpaymentIds],
    );
  }

  async insertPlan(tx: Tx, overpaymentId: number, wish: PlanWish, by: number, at: Date): Promise<void> {
    await tx.query(
      `insert into overpayment_plan (overpayment_id, instalment, first_month, mode, document, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [overpaymentId, String(wish.instalment), wish.from, wish.mode, wish.document, by, at],
    );
  }

  async insertConfirmation(tx: Tx, planId: number, by: number, at: Date): Promise<void> {
    await tx.query(
      `insert into overpayment_confirmation (plan_id, confirmed_by, confirmed_at) values ($1, $2, $3)`,
      [planId, by, at],
    );
  }

  receipts(database: Queryable, overpaymentId: number): Promise<ReceiptRecord[]> {
    return queryRows(
      database,
      `select number as receipt, amount, received_on as on, full_name as "recordedBy", recorded_at as "recordedAt"
       from overpayment_receipt join app_user on app_user.id = recorded_by where overpayment_id = $1 order by overpayment_receipt.id`,
      [overpaymentId],
    );
  }

  /** What a paying body recorded under this receipt number. */
  async receiptOf(tx: Tx, payingBodyId: number, receipt: string): Promise<CashReceipt | undefined> {
    const [found] = await queryRows<CashReceipt>(
      tx,
      `select overpayment.number as "caseNumber", receipt.amount, received_on as on, receipt.number as receipt
       from overpayment_receipt receipt join overpayment on overpayment.id = overpayment_id
       where receipt.paying_body_id = $1 and receipt.number = $2`,
      [payingBodyId, receipt],
    );
    return found;
  }

  async insertReceipt(
    tx: Tx,
    { id, payingBodyId }: OverpaymentRecord,
    receipt: CashReceipt & { readonly batchId: number; readonly settles: readonly number[] },
    by: number,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `with receipt as (
         insert into overpayment_receipt (overpayment_id, paying_body_id, number, amount, received_on, batch_id, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning id)
       select id from receipt`,
      [id, payingBodyId, receipt.receipt, String(receipt.amount), receipt.on, receipt.batchId, by, at],
    );
    await tx.query(
      `insert into overpayment_receipt_part (entitlement_id, receipt_id)
       select entitlement_id, receipt.id from unnest($3::int[]) as entitlement_id, overpayment_receipt receipt
       where paying_body_id = $1 and number = $2`,
      [payingBodyId, receipt.receipt, receipt.settles],
    );
  }

  private async casesWhere(
    database: Queryable,
    condition: string,
    values: readonly unknown[],
    limit?: number,
  ): Promise<OverpaymentRecord[]> {
    const rows = await queryRows<Sealed<OverpaymentRecord, 'nik'>>(
      database,
      `${CASE} where ${condition} order by overpayment.id limit $${String(values.length + 1)}`,
      [...values, limit ?? null],
    );
    return openRows<OverpaymentRecord, 'nik'>(this.vault, rows, { nik: purposes.kaderNik });
  }
}
