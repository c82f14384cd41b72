import { Injectable } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { DisbursementState } from '../../core/payment/bank-results.js';
import type { RequestState } from '../../core/payment/request-state.js';
import type { AccountHand } from '../../core/payment/separation-of-duties.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';
import { PaymentRequestRow } from './payment-request.row.js';
import { JOIN_MANDATE, MANDATE, type ShownMandate } from './request-signatures.repository.js';

export interface RequestStep {
  readonly requestId: number;
  readonly from: RequestState;
  readonly to: RequestState;
  readonly takenBy: number;
  readonly actingFor?: number | null;
  readonly delegationId?: number | null;
  readonly takenAt: Date;
  readonly reason: string | null;
}

/** Which requests somebody looks for. */
export interface RequestFilter {
  /** The code of who pays. */
  readonly payer?: string | undefined;
  readonly state?: RequestState | undefined;
  /** Of any of the months it pays. */
  readonly year?: number | undefined;
  /** Only those with a higher number of order. */
  readonly after?: number | undefined;
  readonly limit: number;
}

// The few kader first: joined at once with all accounts, a plan without statistics reads every account for each of them.
export const PAYEES_OF_REQUEST = `select distinct kader_id
  from request_entitlement join entitlement on entitlement.id = entitlement_id
  join honor_line on honor_line.id = honor_line_id where request_id = $1`;

export interface TakenStep {
  readonly from: RequestState;
  readonly to: RequestState;
  readonly takenBy: string;
  readonly position: string;
  /** For whom, when not in the own name. */
  readonly mandate: ShownMandate | null;
  /** The submission it belongs to; null in a step older than they are counted. */
  readonly submission: number | null;
  readonly takenAt: Date;
  readonly reason: string | null;
}

export interface RequestMember {
  readonly name: string;
  readonly nik: string;
  /** Gross. */
  readonly amount: Rupiah;
  readonly deductions: Rupiah;
  readonly net: Rupiah;
  /** Instalments of an overpayment that were taken off before the gross. */
  readonly setOff: Rupiah;
  readonly reference: string | null;
  readonly state: DisbursementState | null;
  readonly resultNote: string | null;
}

const NIK = { nik: purposes.kaderNik };

@Injectable()
export class PaymentRequestsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** The request, locked until the transaction ends; null when there is none. */
  lockByNumber(tx: Tx, number: string): Promise<PaymentRequestRow | null> {
    return tx.findOne(PaymentRequestRow, { where: { number }, lock: { mode: 'pessimistic_write' } });
  }

  byNumber(tx: Tx, number: string): Promise<PaymentRequestRow | null> {
    return tx.findOneBy(PaymentRequestRow, { number });
  }

  page(database: Pick<DataSource, 'getRepository'>, filter: RequestFilter): Promise<PaymentRequestRow[]> {
    const { payer, state, year, after, limit } = filter;
    const wanted = database.getRepository(PaymentRequestRow).createQueryBuilder('request');
    if (payer !== undefined) {
      wanted.andWhere('request.paying_body_id = (select id from paying_body where code = :payer)', { payer });
    }
    if (state !== undefined) wanted.andWhere('request.state = :state', { state });
    if (year !== undefined) {
      wanted.andWhere('request.months && :months', { months: monthsOfYear(year) });
    }
    if (after !== undefined) wanted.andWhere('request.id > :after', { after });
    return wanted.orderBy('request.id').limit(limit).getMany();
  }

  async updateRequest(tx: Tx, id: number, change: Partial<PaymentRequestRow>): Promise<void> {
    await tx.update(PaymentRequestRow, { id }, change);
  }

  /** Who recorded the accounts a request pays to; an account that was paid before has proven itself. */
  accountHands(database: Queryable, requestId: number): Promise<AccountHand[]> {
    return queryRows(
      database,
      `with payee as materialized (${PAYEES_OF_REQUEST})
       select distinct on (recorded_by, replaces_id is not null or heir_id is not null)
              recorded_by as "userId", replaces_id is not null or heir_id is not null as "isChange", kader.name as "kaderName"
       from payee join kader on kader.id = payee.kader_id
       join bank_account account on account.kader_id = kader.id and superseded_at is null
       where not exists (select 1 from disbursement where bank_account_id = account.id and state = 'paid')
       order by recorded_by, replaces_id is not null or heir_id is not null, kader.id`,
      [requestId],
    );
  }

  async cashAccountOf(database: Queryable, payingBodyId: number): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      database,
      `select cash_account_id as id from paying_body where id = $1`,
      [payingBodyId],
    );
    return id;
  }

  /** The steps taken so far, oldest first, with the names of who took them. */
  stepsOf(database: Queryable, requestId: number): Promise<TakenStep[]> {
    return queryRows(
      database,
      `select from_state as "from", to_state as "to", taker.full_name as "takenBy", taker.position, ${MANDATE}, submission,
              taken_at as "takenAt", step.reason
       from payment_request_step step join app_user taker on taker.id = taken_by ${JOIN_MANDATE}
       where request_id = $1 order by step.id`,
      [requestId],
    );
  }

  /** Who a request pays, how much, and what became of it. */
  async membersOf(database: Queryable, requestId: number): Promise<RequestMember[]> {
    const rows = await queryRows<Sealed<RequestMember, 'nik'>>(
      database,
      `select kader.name, kader.nik_sealed as nik, sum(entitlement.amount)::bigint as amount, coalesce(cut.amount, 0) as deductions,
              (sum(entitlement.amount) - coalesce(cut.amount, 0))::bigint as net,
              coalesce(-sum(entitlement.amount) filter (where part.entitlement_id is not null), 0)::bigint as "setOff",
              disbursement.reference,
              disbursement.state, disbursement.result_note as "resultNote"
       from request_entitlement join entitlement on entitlement.id = entitlement_id
       join honor_line on honor_line.id = honor_line_id join kader on kader.id = honor_line.kader_id
       left join overpayment_part part on part.entitlement_id = entitlement.id
       left join disbursement on disbursement.request_id = request_entitlement.request_id and disbursement.kader_id = kader.id
       left join (select kader_id, sum(amount)::bigint as amount from kader_deduction
                  where request_id = $1 and borne_by is null group by kader_id) cut on cut.kader_id = kader.id
       where request_entitlement.request_id = $1
       group by kader.id, disbursement.id, cut.amount order by kader.nagari_code, upper(kader.name) collate "C", kader.id`,
      [requestId],
    );
    return openRows<RequestMember, 'nik'>(this.vault, rows, NIK);
  }

  async userName(database: Queryable, id: number): Promise<string> {
    const { name } = await queryRow<{ name: string }>(
      database,
      `select full_name as name from app_user where id = $1`,
      [id],
    );
    return name;
  }

  /** The numbers of the requests that hold what a paying body owes for these months. */
  async holders(
    database: Queryable,
    payingBodyId: number,
    months: readonly ServiceMonth[],
  ): Promise<string[]> {
    const rows = await queryRows<{ number: string }>(
      database,
      `select distinct request.number from request_entitlement
       join entitlement on entitlement.id = entitlement_id join honor_line on honor_line.id = honor_line_id
       join payment_request request on request.id = request_id
       where request.paying_body_id = $1 and service_month = any($2) and returned_at is null order by 1`,
      [payingBodyId, months],
    );
    return rows.map((row) => row.number);
  }

  async holdEntitlements(tx: Tx, requestId: number, entitlementIds: readonly number[]): Promise<void> {
    await tx.query(
      `insert into request_entitlement (request_id, entitlement_id) select $1, id from unnest($2::int[]) as id`,
      [requestId, entitlementIds],
    );
  }

  /** A draft lets go of what it holds, and of what was to be deducted of it. */
  async letEntitlementsGo(tx: Tx, requestId: number): Promise<void> {
    await tx.query(`delete from kader_deduction where request_id = $1`, [requestId]);
    await tx.query(`delete from request_entitlement where request_id = $1`, [requestId]);
  }

  async insertStep(tx: Tx, step: RequestStep): Promise<void> {
    await tx.query(
      `insert into payment_request_step (request_id, from_state, to_state, taken_by, taken_at, reason, acting_for, delegation_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        step.requestId,
        step.from,
        step.to,
        step.takenBy,
        step.takenAt,
        step.reason,
        step.actingFor ?? null,
        step.delegationId ?? null,
      ],
    );
  }
}

function monthsOfYear(year: number): string[] {
  return Array.from({ length: 12 }, (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`);
}
