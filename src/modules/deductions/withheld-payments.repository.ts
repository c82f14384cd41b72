import { Injectable } from '@nestjs/common';
import type { WithheldPayment } from '../../core/deduction/bp21/slip-rows.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

/** One payment to one kader of which tax was withheld, without what is known of her. */
export type WithheldPaymentRow = Omit<WithheldPayment, 'facts'>;

@Injectable()
export class WithheldPaymentsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** What a paying body withheld of honor that it paid out in a month, by day, request and name. */
  async ofMonth(
    database: Queryable,
    payingBodyId: number,
    period: ServiceMonth,
  ): Promise<WithheldPaymentRow[]> {
    const rows = await queryRows<Sealed<WithheldPaymentRow, 'nik'>>(
      database,
      `select kader.id as "kaderId", kader.name, nik_sealed as nik,
              exists (select from pseudonymisation where kader_id = kader.id) as "isPseudonymised", jorong, nagari.name as nagari, district.name as district,
              regency.name as regency, request.number as request, paid_on as "paidOn",
              (disbursement.amount + (select sum(own.amount) from kader_deduction own
                 where own.request_id = request.id and own.kader_id = kader.id and own.borne_by is null))::bigint as gross,
              withholding.amount as tax, deduction.policy_id as "policyId", steps
       from withholding join kader_deduction deduction on deduction.id = deduction_id
       join payment_request request on request.id = deduction.request_id
       join disbursement on disbursement.request_id = request.id and disbursement.kader_id = deduction.kader_id
       join kader on kader.id = deduction.kader_id
       join region nagari on nagari.code = kader.nagari_code
       join region district on district.code = nagari.parent_code
       join region regency on regency.code = district.parent_code
       where withholding.paying_body_id = $1 and withholding.kind = 'pph21' and period = $2
       order by paid_on, request.number collate "C", upper(kader.name) collate "C", kader.id`,
      [payingBodyId, period],
    );
    return openRows<WithheldPaymentRow, 'nik'>(this.vault, rows, { nik: purposes.kaderNik });
  }
}
