import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import type {
  HeirFacts,
  HoldingFacts,
  PayeeFacts,
  ShareFacts,
  SourceFacts,
} from '../../core/report/owed/facts.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { SealedAccount } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';
import { accountJson, MaskedAccounts, type AccountJson } from './masked-accounts.js';

/** Names of banks by code, as SQL is given them. */
export type BankNames = Readonly<Record<string, string>>;

/** What is entitled, which requests held it, and what budgets can bear: the facts behind what is owed. */
@Injectable()
export class OwedRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly accounts: MaskedAccounts,
  ) {}

  /** @param sourceIds only these budget lines; null = all */
  shares(database: Queryable, sourceIds: readonly number[] | null): Promise<ShareFacts[]> {
    return queryRows(
      database,
      `select entitlement.id as "entitlementId", kader_id as "kaderId", nagari_code as "nagariCode",
              service_month as month, component, revision, funding_source_id as "sourceId", entitlement.amount,
              least((calculated_at at time zone 'Asia/Jakarta')::date,
                ((service_month || '-01')::date + interval '1 month - 1 day')::date) as "accruedOn"
       from entitlement join honor_line on honor_line.id = honor_line_id join calculation on calculation.id = calculation_id
       where $1::int[] is null or funding_source_id = any($1) order by entitlement.id`,
      [sourceIds],
    );
  }

  /**
   * Every request that ever held a share, with the days on which the ledger says its money left and came back.
   * What a kader gave back in cash of an overpayment was settled by its receipt, as if by a request, and what moved
   * between budget lines by their transfer.
   */
  async holdings(
    database: Queryable,
    sourceIds: readonly number[] | null,
    banks: BankNames,
  ): Promise<HoldingFacts[]> {
    const rows = await queryRows<Omit<HoldingFacts, 'account'> & { account: AccountJson | null }>(
      database,
      `select held.entitlement_id as "entitlementId", request.number, request.state,
              (coalesce((select max(taken_at) from payment_request_step where request_id = request.id),
                request.created_at) at time zone 'Asia/Jakarta')::date as since,
              release.effective_on as "releasedOn", back_batch.effective_on as "returnedOn",
              case when disbursement.state = 'paid' then result_on end as "paidOn", result_note as note,
              ${accountJson('account', '$2')} as account, request.id as "requestId"
       from request_entitlement held
       join entitlement on entitlement.id = held.entitlement_id
       join honor_line on honor_line.id = honor_line_id
       join payment_request request on request.id = held.request_id
       left join disbursement on disbursement.request_id = request.id and disbursement.kader_id = honor_line.kader_id
       left join bank_account account on account.id = bank_account_id
       left join ledger.batch release on release.id = entry_batch_id
       left join ledger.entry back on back.reverses_batch_id = entry_batch_id and back.reverses_sequence = entry_sequence
       left join ledger.batch back_batch on back_batch.id = back.batch_id
       where $1::int[] is null or funding_source_id = any($1)
       union all
       select settled.entitlement_id, 'kuitansi ' || receipt.number, 'settled', received_on, received_on, null, received_on,
              null, null, null
       from overpayment_receipt_part settled join overpayment_receipt receipt on receipt.id = receipt_id
       join entitlement on entitlement.id = settled.entitlement_id
       where $1::int[] is null or funding_source_id = any($1)
       union all
       select settled.entitlement_id, 'pindah sumber dana ' || line_transfer.id, 'settled', effective_on, effective_on, null,
              effective_on, null, null, null
       from line_transfer_part settled join line_transfer on line_transfer.id = line_transfer_id
       join ledger.batch on batch.id = batch_id join entitlement on entitlement.id = settled.entitlement_id
       where $1::int[] is null or funding_source_id = any($1)
       order by "requestId" nulls last, "entitlementId"`,
      [sourceIds, JSON.stringify(banks)],
    );
    const shown = this.accounts.reader();
    return rows.map((row) => ({ ...row, account: row.account && shown.account(row.account) }));
  }

  /** @param ids only these budget lines; null = all */
  sources(database: Queryable, ids: readonly number[] | null): Promise<SourceFacts[]> {
    return queryRows(
      database,
      `select source.id, body.code || '/' || label || '/' || fiscal_year as code, body.code as payer,
              body.name as "payerName", body.kind as "payerKind", fiscal_year as "fiscalYear",
              ceiling, reserved, spent, received,
              (select lapsed from budget_lapse where funding_source_id = source.id) as lapsed,
              (select coalesce(sum(case move.kind when 'reserve' then amount when 'release' then -amount
                 when 'reverse' then -amount else 0 end), 0)::bigint
               from payment_request debt join budget_move move
                 on move.funding_source_id = debt.debt_source_id and move.reference = debt.number
               where debt.debt_source_id = source.id) as "forDebts"
       from funding_source source join paying_body body on body.id = paying_body_id
       where $1::int[] is null or source.id = any($1) order by body.code, label, fiscal_year`,
      [ids],
    );
  }

  /** @param kaderIds only these; null = everybody who was ever entitled to anything */
  async payees(
    database: Queryable,
    kaderIds: readonly number[] | null,
    banks: BankNames,
  ): Promise<PayeeInNagari[]> {
    const rows = await queryRows<PayeeRow>(
      database,
      `select kader.id as "kaderId", kader.name, kader.nik_sealed as nik, deceased_on as "deceasedOn", nagari_code as "nagariCode",
              case when heir.id is not null then json_build_object('name', heir.name, 'diedOn', heir.died_on,
                'isConfirmed', heir.confirmed_by is not null, 'sealed', heir.account_number_sealed,
                'digest', heir.account_number_digest,
                'recordedBy', heir_recorder.full_name,
                'recordedOn', (heir.recorded_at at time zone 'Asia/Jakarta')::date) end as heir,
              region.name as "nagariName", ${accountJson('live', '$2')} as account,
              case when change.id is not null then json_build_object('bank', coalesce($2::jsonb ->> change.bank_code,
                change.bank_code), 'sealed', change.account_number_sealed, 'digest', change.account_number_digest,
                'heir', null, 'recordedBy', recorder.full_name,
                'recordedOn', (change.recorded_at at time zone 'Asia/Jakarta')::date) end as pending,
              case when last.state = 'returned' then json_build_object('on', last.result_on,
                'note', coalesce(last.result_note, 'tanpa alasan')) end as returned
       from kader join region on region.code = nagari_code
       left join bank_account live on live.kader_id = kader.id and live.superseded_at is null
         and (live.replaces_id is null or live.confirmed_by is not null)
       left join bank_account change on change.kader_id = kader.id and change.superseded_at is null
         and change.replaces_id is not null and change.confirmed_by is null
       left join app_user recorder on recorder.id = change.recorded_by
       left join current_heir heir on heir.kader_id = kader.id
       left join app_user heir_recorder on heir_recorder.id = heir.recorded_by
       left join lateral (select state, result_on, result_note from disbursement
         where bank_account_id = live.id and state in ('paid', 'returned') order by id desc limit 1) last on true
       where case when $1::int[] is null then exists (select from honor_line where kader_id = kader.id)
                  else kader.id = any($1) end
       order by kader.id`,
      [kaderIds, JSON.stringify(banks)],
    );
    const shown = this.accounts.reader();
    const payees = rows.map((row) => ({
      ...row,
      heir: row.heir && shown.heir(row.heir),
      account: row.account && shown.account(row.account),
      pending: row.pending && shown.account(row.pending),
    }));
    return openRows<PayeeInNagari, 'nik'>(this.vault, payees, { nik: purposes.kaderNik });
  }
}

type PayeeInNagari = PayeeFacts & { readonly nagariCode: string; readonly nagariName: string };

type PayeeRow = Omit<Sealed<PayeeInNagari, 'nik'>, 'heir' | 'account' | 'pending'> & {
  readonly heir: (Omit<HeirFacts, 'accountNumber'> & SealedAccount) | null;
  readonly account: AccountJson | null;
  readonly pending:
    (AccountJson & Pick<NonNullable<PayeeFacts['pending']>, 'recordedBy' | 'recordedOn'>) | null;
};
