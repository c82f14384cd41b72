import { Injectable } from '@nestjs/common';
import type { LedgerPlace, PaymentRow, StepRow } from '../../core/report/explain/facts.js';
import { groupBy } from '../../core/shared/group-by.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { KaderMonth } from './explanation.repository.js';
import { accountJson, MaskedAccounts, type AccountJson } from './masked-accounts.js';
import type { BankNames } from './owed.repository.js';

type RequestRow = Omit<PaymentRow, 'steps' | 'deducted' | 'entry' | 'returnEntry'> & {
  readonly id: number;
  readonly entryBatchId: number | null;
  readonly entrySequence: number | null;
};

type PlaceRow = LedgerPlace & {
  readonly reversesBatchId: number | null;
  readonly reversesSequence: number | null;
};

/** What became of a kader's money in every request that held anything of the month. */
@Injectable()
export class ExplainedPaymentsRepository {
  constructor(private readonly accounts: MaskedAccounts) {}

  async payments(database: Queryable, of: KaderMonth, banks: BankNames): Promise<PaymentRow[]> {
    const requests = await this.requests(database, of, banks);
    const steps = await this.steps(
      database,
      requests.map(({ id }) => id),
    );
    const deductions = await this.deductions(database, of.kaderId);
    const places = await this.places(database, of.kaderId);
    return requests.map(({ id, entryBatchId, entrySequence, ...request }) => ({
      ...request,
      steps: steps.get(id) ?? [],
      deducted: deductions.get(id) ?? [],
      entry:
        places.find((place) => place.batchId === entryBatchId && place.sequence === entrySequence) ?? null,
      returnEntry:
        entryBatchId === null
          ? null
          : (places.find(
              (place) => place.reversesBatchId === entryBatchId && place.reversesSequence === entrySequence,
            ) ?? null),
    }));
  }

  private async requests(
    database: Queryable,
    { kaderId, month }: KaderMonth,
    banks: BankNames,
  ): Promise<RequestRow[]> {
    const rows = await queryRows<Omit<RequestRow, 'account'> & { account: AccountJson | null }>(
      database,
      `select request.id, request.number, request.state, body.code as payer, body.name as "payerName", request.months,
              (request.created_at at time zone 'Asia/Jakarta')::date as "preparedOn", preparer.full_name as "preparedBy",
              (select sum(entitlement.amount)::bigint from request_entitlement held
                 join entitlement on entitlement.id = held.entitlement_id
                 join honor_line on honor_line.id = honor_line_id
                 where held.request_id = request.id and kader_id = $1) as gross,
              disbursement.amount as net, reference, ${accountJson('account', '$3')} as account,
              case when disbursement.state = 'paid' then result_on end as "paidOn",
              case when disbursement.state = 'returned' then result_on end as "returnedOn", result_note as note,
              entry_batch_id as "entryBatchId", entry_sequence as "entrySequence"
       from payment_request request join paying_body body on body.id = paying_body_id
       join app_user preparer on preparer.id = prepared_by
       left join disbursement on disbursement.request_id = request.id and disbursement.kader_id = $1
       left join bank_account account on account.id = bank_account_id
       where request.id in (select held.request_id from request_entitlement held
         join entitlement on entitlement.id = held.entitlement_id join honor_line on honor_line.id = honor_line_id
         where kader_id = $1 and service_month = $2)
       order by request.id`,
      [kaderId, month, JSON.stringify(banks)],
    );
    const shown = this.accounts.reader();
    return rows.map((row) => ({ ...row, account: row.account && shown.account(row.account) }));
  }

  private async steps(database: Queryable, requestIds: readonly number[]) {
    const rows = await queryRows<StepRow & { requestId: number }>(
      database,
      `select request_id as "requestId", to_state as "to", (taken_at at time zone 'Asia/Jakarta')::date as "on",
              full_name as "by", position, reason
       from payment_request_step join app_user on app_user.id = taken_by
       where request_id = any($1) order by payment_request_step.id`,
      [requestIds],
    );
    return groupBy(rows, ({ requestId }) => requestId);
  }

  private async deductions(database: Queryable, kaderId: number) {
    const rows = await queryRows<PaymentRow['deducted'][number] & { requestId: number }>(
      database,
      `select request_id as "requestId", deduction.kind, service_month as month, amount,
              policy.code || ' versi ' || version as policy, legal_basis_number as "legalBasis", body.name as "borneBy"
       from kader_deduction deduction join deduction_policy policy on policy.id = policy_id
       left join paying_body body on body.id = borne_by
       where kader_id = $1 order by deduction.kind desc, service_month`,
      [kaderId],
    );
    return groupBy(rows, ({ requestId }) => requestId);
  }

  private places(database: Queryable, kaderId: number): Promise<PlaceRow[]> {
    return queryRows(
      database,
      `select batch.id as "batchId", sequence, position, effective_on as "on", memo,
              reverses_batch_id as "reversesBatchId", reverses_sequence as "reversesSequence"
       from ledger.entry join ledger.batch on batch.id = batch_id where party_id = $1`,
      [kaderId],
    );
  }
}
