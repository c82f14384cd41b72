import { Injectable } from '@nestjs/common';
import type {
  AppointmentRow,
  AttendedRow,
  ExclusionRow,
  LedgerPlace,
  RevisionRow,
} from '../../core/report/explain/facts.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { askedKader } from '../../platform/secrets/asked-kader.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

/** A kader and the month that is asked about. */
export interface KaderMonth {
  readonly kaderId: number;
  readonly month: ServiceMonth;
}

/** What a kader earned for a month, gross, and what of it was paid. */
export interface HonorMonth {
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
  readonly paid: Rupiah;
}

/** What is stored about a kader and a month: facts, calculations and entries of the ledger. */
@Injectable()
export class ExplanationRepository {
  constructor(private readonly vault: FieldVault) {}

  /** By NIK or by number. */
  async kaderId(database: Queryable, asked: string): Promise<number | undefined> {
    const { nikDigest, id } = askedKader(this.vault, asked);
    const [found] = await queryRows<{ id: number }>(
      database,
      `select id from kader where nik_digest = $1 or id = $2`,
      [nikDigest, id],
    );
    return found?.id;
  }

  /** Every SK that names her, oldest first. */
  appointments(database: Queryable, { kaderId }: KaderMonth): Promise<AppointmentRow[]> {
    return queryRows(
      database,
      `select sk_number as "skNumber", sk_date as "skDate", role, bidang, tier, posyandu.name as posyandu,
              region.name as "nagariName", valid_from as "from", least(sk_valid_to, ended_on) as "to",
              end_reason as "endReason"
       from appointment join posyandu on posyandu.id = posyandu_id join region on region.code = posyandu.nagari_code
       where kader_id = $1 order by valid_from, appointment.id`,
      [kaderId],
    );
  }

  /** What she earned month by month, the newest first, and what of it reached her. */
  months(database: Queryable, kaderId: number): Promise<HonorMonth[]> {
    return queryRows(
      database,
      `select service_month as month, sum(entitlement.amount)::bigint as amount,
              coalesce(sum(entitlement.amount) filter (where exists (
                select from request_entitlement held
                join disbursement on disbursement.request_id = held.request_id and disbursement.kader_id = $1
                where held.entitlement_id = entitlement.id and returned_at is null and disbursement.state = 'paid'
              )), 0)::bigint as paid
       from honor_line join entitlement on honor_line_id = honor_line.id
       where honor_line.kader_id = $1 group by 1 order by 1 desc`,
      [kaderId],
    );
  }

  attended(database: Queryable, { kaderId, month }: KaderMonth): Promise<AttendedRow[]> {
    return queryRows(
      database,
      `select held_on as "on", kind, posyandu.name as posyandu, is_verified as "isVerified", left_out as "leftOut"
       from attended_activity join posyandu on posyandu.id = posyandu_id
       where kader_id = $1 and to_char(held_on, 'YYYY-MM') = $2 order by held_on, kind`,
      [kaderId, month],
    );
  }

  /** The newest calculation of the region she is in, or served in, for the month. */
  async newestCalculation(
    database: Queryable,
    { kaderId, month }: KaderMonth,
  ): Promise<{ id: number; on: PlainDate } | null> {
    const [newest] = await queryRows<{ id: number; on: PlainDate }>(
      database,
      `select id, calculation_day(id) as "on" from (
         select calculation.id from calculation join kader
           on nagari_code = region_code or starts_with(nagari_code, region_code || '.')
         where $2 = any(months) and kader.id = $1
         union all select calculation_id from honor_exclusion
         where kader_id = $1 and service_month = $2 and code <> 'honor.calculated-elsewhere'
         union all select calculation_id from honor_line where kader_id = $1 and service_month = $2) known
       order by id desc limit 1`,
      [kaderId, month],
    );
    return newest ?? null;
  }

  revisions(database: Queryable, { kaderId, month }: KaderMonth): Promise<RevisionRow[]> {
    return queryRows(
      database,
      `select calculation_id as "calculationId", calculation_day(calculation_id) as "calculatedOn",
              component, coalesce(named.item ->> 'name', component) as "componentName", revision, amount, reasons,
              json_build_object('code', policy.code, 'version', version, 'name', coalesce(document ->> 'name', policy.code),
                'legalBasis', json_build_object('number', legal_basis_number, 'date', legal_basis_date,
                  'title', coalesce(document #>> '{legalBasis,title}', ''),
                  'fileSha256', lower(document #>> '{legalBasis,fileSha256}'))) as policy
       from honor_line join honor_policy policy on policy.id = policy_id
       left join lateral (select item from jsonb_array_elements(document -> 'components') as item
         where item ->> 'code' = component limit 1) named on true
       where kader_id = $1 and service_month = $2 order by component, revision`,
      [kaderId, month],
    );
  }

  /** Of every calculation: an older one may say why a correction took an amount away. */
  exclusions(database: Queryable, { kaderId, month }: KaderMonth): Promise<ExclusionRow[]> {
    return queryRows(
      database,
      `select calculation_id as "calculationId", calculation_day(calculation_id) as "calculatedOn",
              nullif(component, '') as component, code, facts
       from honor_exclusion
       where kader_id = $1 and service_month = $2 order by calculation_id, component`,
      [kaderId, month],
    );
  }

  /** Where the ledger recognised her honor of the month. */
  accruals(database: Queryable, { kaderId, month }: KaderMonth): Promise<LedgerPlace[]> {
    return queryRows(
      database,
      `select batch.id as "batchId", sequence, position, effective_on as "on", memo
       from ledger.entry join ledger.batch on batch.id = batch_id
       where party_id = $1 and idempotency_key in (
         select 'accrual/' || calculation_id || '/' || service_month from honor_line
         where kader_id = $1 and service_month = $2)
       order by position, sequence`,
      [kaderId, month],
    );
  }

  async sourceIds(database: Queryable, { kaderId, month }: KaderMonth): Promise<number[]> {
    const rows = await queryRows<{ id: number }>(
      database,
      `select distinct funding_source_id as id from entitlement join honor_line on honor_line.id = honor_line_id
       where kader_id = $1 and service_month = $2 order by 1`,
      [kaderId, month],
    );
    return rows.map(({ id }) => id);
  }
}
