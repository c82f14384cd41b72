import { Injectable } from '@nestjs/common';
import type { OwedForMonth } from '../../core/overpayment/set-aside-overpaid.js';
import type { OwedShare, Payee } from '../../core/payment/payee.js';
import type { PaidOfMonth } from '../../core/payment/set-aside-paid-elsewhere.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

const NIK = { nik: purposes.kaderNik };

/** What a request could pay or already holds, share by share, and to whom. */
@Injectable()
export class RequestPayablesRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Shares for these months that no request, case of overpayment or transfer holds; locked against a second draft. */
  async owedBy(tx: Tx, payingBodyId: number, months: readonly ServiceMonth[]): Promise<OwedForMonth[]> {
    await tx.query('select 1 from paying_body where id = $1 for update', [payingBodyId]);
    return queryRows(
      tx,
      `select entitlement.id as "entitlementId", kader_id as "kaderId", funding_source_id as "sourceId",
              service_month as "serviceMonth", component, entitlement.amount
       from entitlement join honor_line on honor_line.id = honor_line_id
       join funding_source source on source.id = funding_source_id
       where source.paying_body_id = $1 and service_month = any($2)
         and not exists (select 1 from overpayment_part where overpayment_part.entitlement_id = entitlement.id)
         and not exists (select 1 from line_transfer_part settled where settled.entitlement_id = entitlement.id)
         and not exists (select 1 from request_entitlement held where held.entitlement_id = entitlement.id and returned_at is null)
       order by kader_id, entitlement.id`,
      [payingBodyId, months],
    );
  }

  /** What requests beyond their draft paid of these kader's months, less what came back in cash; whoever pays. */
  paidOf(
    database: Queryable,
    kaderIds: readonly number[],
    months: readonly ServiceMonth[],
  ): Promise<PaidOfMonth[]> {
    return queryRows(
      database,
      `select kader_id as "kaderId", service_month as "serviceMonth", component,
              sum(entitlement.amount)::bigint as entitled,
              sum(entitlement.amount) filter (where number is not null or receipt_id is not null)::bigint as paid,
              string_agg(distinct number, ', ' order by number) as requests
       from honor_line join entitlement on honor_line_id = honor_line.id
       left join lateral (select request.number from request_entitlement held
         join payment_request request on request.id = request_id and state not in ('draft', 'cancelled')
         where held.entitlement_id = entitlement.id and returned_at is null) taken on true
       left join overpayment_receipt_part settled on settled.entitlement_id = entitlement.id
       where kader_id = any($1) and service_month = any($2)
       group by 1, 2, 3 having count(number) > 0`,
      [kaderIds, months],
    );
  }

  /** What a request holds, as it was frozen; debt of a closed year by the line that pays it. */
  heldBy(database: Queryable, requestId: number): Promise<OwedShare[]> {
    return queryRows(
      database,
      `select entitlement.id as "entitlementId", kader_id as "kaderId",
              coalesce(debt_source_id, funding_source_id) as "sourceId",
              service_month as "serviceMonth", entitlement.amount
       from request_entitlement join payment_request request on request.id = request_id
       join entitlement on entitlement.id = entitlement_id
       join honor_line on honor_line.id = honor_line_id
       where request_id = $1 order by kader_id, entitlement.id`,
      [requestId],
    );
  }

  /** Kader as somebody who may be paid: her account or her heir's, and what stands in the way. */
  async payees(database: Queryable, kaderIds: readonly number[]): Promise<ReadonlyMap<number, Payee>> {
    const rows = await queryRows<Sealed<Payee, 'nik'>>(
      database,
      `select kader.id as "kaderId", kader.name, kader.nik_sealed as nik, deceased_on as "deceasedOn",
              case when heir.id is not null then json_build_object('name', heir.name, 'diedOn', heir.died_on,
                'isConfirmed', heir.confirmed_by is not null) end as heir,
              (select account.id from bank_account account where account.kader_id = kader.id and superseded_at is null
                and (replaces_id is null or account.confirmed_by is not null)
                and account.heir_id is not distinct from case when deceased_on is not null then heir.id end) as "accountId",
              exists (select 1 from bank_account account where account.kader_id = kader.id and superseded_at is null
                and replaces_id is not null and account.confirmed_by is null) as "accountIsPending",
              coalesce((select disbursement.state = 'returned' from disbursement
                join bank_account account on account.id = bank_account_id
                where account.kader_id = kader.id and superseded_at is null and disbursement.state in ('paid', 'returned')
                order by disbursement.id desc limit 1), false) as "accountWasReturned"
       from kader left join current_heir heir on heir.kader_id = kader.id
       where kader.id = any($1) order by kader.id`,
      [kaderIds],
    );
    const payees = openRows<Payee, 'nik'>(this.vault, rows, NIK);
    return new Map(payees.map((payee) => [payee.kaderId, payee]));
  }
}
