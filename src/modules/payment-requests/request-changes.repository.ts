import { Injectable } from '@nestjs/common';
import { purposes } from '../../core/privacy/purposes.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';
import type { PaymentRequestRow } from './payment-request.row.js';
import { PAYEES_OF_REQUEST } from './payment-requests.repository.js';

interface NamedKader {
  readonly name: string;
  readonly nik: string;
}

interface CorrectedKader extends NamedKader {
  readonly correction: Rupiah;
}

const NIK = { nik: purposes.kaderNik };

/** What became different of the kader of a request after it was composed or approved. */
@Injectable()
export class RequestChangesRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Kader of a request whose honor for what it pays was corrected downward after it was composed. */
  async correctedSince(database: Queryable, request: PaymentRequestRow): Promise<CorrectedKader[]> {
    const rows = await queryRows<Sealed<CorrectedKader, 'nik'>>(
      database,
      `with payee as materialized (${PAYEES_OF_REQUEST})
       select kader.name, kader.nik_sealed as nik, sum(entitlement.amount)::bigint as correction
       from payee join honor_line on honor_line.kader_id = payee.kader_id and service_month = any($3) and revision > 0
       join entitlement on honor_line_id = honor_line.id
       join funding_source source on source.id = funding_source_id
       join kader on kader.id = payee.kader_id
       where source.paying_body_id = $2 and entitlement.amount < 0
         and not exists (select 1 from overpayment_part where overpayment_part.entitlement_id = entitlement.id)
         and not exists (select 1 from line_transfer_part settled where settled.entitlement_id = entitlement.id)
         and exists (
           select 1 from request_entitlement own join entitlement paid on paid.id = own.entitlement_id
           join honor_line line on line.id = paid.honor_line_id
           where own.request_id = $1 and paid.amount > 0
             and (line.kader_id, line.service_month, line.component) = (honor_line.kader_id, honor_line.service_month, honor_line.component))
         and not exists (select 1 from request_entitlement held where held.entitlement_id = entitlement.id and returned_at is null)
       group by kader.id order by kader.id`,
      [request.id, request.payingBodyId, request.months],
    );
    return openRows<CorrectedKader, 'nik'>(this.vault, rows, NIK);
  }

  /** Whose payment is prepared to an account that is no longer in force. */
  async preparedToOldAccount(database: Queryable, requestId: number): Promise<NamedKader[]> {
    const rows = await queryRows<Sealed<NamedKader, 'nik'>>(
      database,
      `select kader.name, kader.nik_sealed as nik from disbursement join kader on kader.id = kader_id
       join bank_account account on account.id = bank_account_id
       where request_id = $1 and state = 'prepared' and superseded_at is not null order by kader.id`,
      [requestId],
    );
    return openRows<NamedKader, 'nik'>(this.vault, rows, NIK);
  }
}
