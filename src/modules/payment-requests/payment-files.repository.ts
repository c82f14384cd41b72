import { Injectable } from '@nestjs/common';
import { maskAccount } from '../../core/formats/mask.js';
import type { PaymentLine } from '../../core/payment/payment-papers.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { AccountNumbers, type SealedAccount } from '../../platform/secrets/account-numbers.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

export interface RequestSource {
  readonly label: string;
  readonly name: string;
  readonly fiscalYear: number;
  readonly activityCode: string;
  readonly accountCode: string;
}

export interface ReturnedTransfer {
  readonly reference: string;
  readonly name: string;
  /** Masked. */
  readonly account: string;
  readonly amount: Rupiah;
  /** What the bank says of it; empty when it said nothing. */
  readonly remark: string;
}

const SEALED = 'account_number_sealed as sealed, account_number_digest as digest';

@Injectable()
export class PaymentFilesRepository {
  constructor(
    private readonly vault: FieldVault,
    private readonly numbers: AccountNumbers,
  ) {}

  /** By posyandu and name, as a list is read out; what a kader is today of those who were appointed twice. */
  async lines(database: Queryable, requestId: number): Promise<PaymentLine[]> {
    const rows = await queryRows<Omit<Sealed<PaymentLine, 'nik'>, 'accountNumber'> & SealedAccount>(
      database,
      `with monthly as (
         select kader_id, service_month, sum(entitlement.amount)::bigint as amount, max(appointment_id) as appointment_id
         from request_entitlement join entitlement on entitlement.id = entitlement_id
         join honor_line on honor_line.id = honor_line_id
         where request_id = $1 group by kader_id, service_month),
       by_kader as (
         -- an instalment of an overpayment lowers the amount, and is no month that is paid
         select kader_id, (count(*) filter (where amount > 0))::int as months, max(appointment_id) as appointment_id,
                case when min(amount) = max(amount) then min(amount) end as rate
         from monthly group by kader_id),
       cut as (
         select kader_id, coalesce(sum(amount) filter (where kind = 'pph21'), 0)::bigint as tax,
                coalesce(sum(amount) filter (where kind = 'bpjs'), 0)::bigint as premiums
         from kader_deduction where request_id = $1 and borne_by is null group by kader_id)
       select disbursement.reference, kader.name, nik_sealed as nik, posyandu.name as posyandu, coalesce(kader.jorong, posyandu.jorong, '') as jorong,
              role, sk_number as "skNumber", sk_date as "skDate", months, rate,
              disbursement.amount + coalesce(tax, 0) + coalesce(premiums, 0) as gross, coalesce(tax, 0) as "incomeTax",
              coalesce(premiums, 0) as premiums, disbursement.amount as net,
              bank_code as "bankCode", ${SEALED}, account_name as "accountName",
              (select heir.name from heir where heir.id = heir_id) as "heirName"
       from disbursement join by_kader on by_kader.kader_id = disbursement.kader_id
       left join cut on cut.kader_id = disbursement.kader_id
       join kader on kader.id = disbursement.kader_id
       join appointment on appointment.id = by_kader.appointment_id
       join posyandu on posyandu.id = posyandu_id
       join bank_account on bank_account.id = bank_account_id
       where request_id = $1
       order by posyandu.registration_number, upper(kader.name) collate "C", kader.id`,
      [requestId],
    );
    const lines = rows.map(({ sealed, digest, ...line }) => ({
      ...line,
      accountNumber: this.numbers.open('bank_account', { sealed, digest }),
    }));
    return openRows<PaymentLine, 'nik'>(this.vault, lines, { nik: purposes.kaderNik });
  }

  sources(database: Queryable, requestId: number): Promise<RequestSource[]> {
    return queryRows(
      database,
      `select distinct source.label, source.name, source.fiscal_year as "fiscalYear", source.activity_code as "activityCode",
              source.account_code as "accountCode"
       from request_entitlement join payment_request request on request.id = request_id
       join entitlement on entitlement.id = entitlement_id
       join funding_source source on source.id = coalesce(debt_source_id, funding_source_id) where request_id = $1
       order by source.label, source.fiscal_year`,
      [requestId],
    );
  }

  /** Everyone of a request whose transfer the bank returned, in order of reference. */
  async returned(database: Queryable, requestId: number): Promise<ReturnedTransfer[]> {
    const rows = await queryRows<Omit<ReturnedTransfer, 'account'> & SealedAccount>(
      database,
      `select reference, kader.name, ${SEALED}, disbursement.amount, coalesce(result_note, '') as remark
       from disbursement join kader on kader.id = disbursement.kader_id
       join bank_account on bank_account.id = bank_account_id
       where request_id = $1 and state = 'returned' order by disbursement.id`,
      [requestId],
    );
    return rows.map(({ sealed, digest, ...transfer }) => ({
      ...transfer,
      account: maskAccount(this.numbers.open('bank_account', { sealed, digest })),
    }));
  }

  /** The account numbers of disbursements, each as a list of one. */
  async accountsPaid(database: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, [string]>> {
    const rows = await queryRows<SealedAccount & { id: number }>(
      database,
      `select disbursement.id, ${SEALED} from disbursement join bank_account on bank_account.id = bank_account_id
       where disbursement.id = any($1)`,
      [ids],
    );
    return new Map(rows.map(({ id, ...stored }) => [id, [this.numbers.open('bank_account', stored)]]));
  }

  /** When the money went, and the hash of the batch that recorded it. */
  release(database: Queryable, requestId: number): Promise<{ on: PlainDate; batchHash: Buffer }> {
    return queryRow(
      database,
      `select effective_on as "on", hash as "batchHash" from ledger.batch
       where id = (select entry_batch_id from disbursement where request_id = $1 limit 1)`,
      [requestId],
    );
  }
}
