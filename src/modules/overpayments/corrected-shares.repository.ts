import { Injectable } from '@nestjs/common';
import type { CorrectedShare } from '../../core/overpayment/find-overpayments.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { Part } from '../../platform/database/part.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { askedKader } from '../../platform/secrets/asked-kader.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';
import { HELD, SOURCE } from './overpayment-sql.js';

export interface NamedCorrectedShare extends CorrectedShare {
  readonly payer: string;
  readonly kader: string;
  readonly nik: string;
  readonly nagariCode: string;
  readonly source: string;
}

/** By what they are ordered who were paid too much: the paying body, then the kader. */
export type OverpaidKey = readonly [payingBodyId: number, kaderId: number];

/** Whose corrected months: of one payer, of one kader; and which part of all these people. */
export interface CorrectedChoice extends Part<OverpaidKey> {
  readonly payer?: string | undefined;
  /** NIK, or number. */
  readonly kader?: string | undefined;
}

/** Corrections of what was paid, that no case and no transfer between lines has settled. */
@Injectable()
export class CorrectedSharesRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Every share of the months and components in which a share below zero lies loose. */
  async of(
    database: Queryable,
    { payer, kader, after, limit }: CorrectedChoice,
  ): Promise<NamedCorrectedShare[]> {
    const asked = kader === undefined ? undefined : askedKader(this.vault, kader);
    const rows = await queryRows<Sealed<NamedCorrectedShare, 'nik'>>(
      database,
      `with loose as (
         select distinct honor_line.kader_id, service_month, component, paying_body_id
         from entitlement join honor_line on honor_line.id = honor_line_id
         join funding_source source on source.id = funding_source_id
         where entitlement.amount < 0 and not exists (select ${HELD})
           and not exists (select from overpayment_part where entitlement_id = entitlement.id)
           and not exists (select from line_transfer_part where entitlement_id = entitlement.id)),
       people as (
         select distinct paying_body_id, kader_id
         from loose join paying_body body on body.id = paying_body_id join kader on kader.id = kader_id
         where ($1::text is null or body.code = $1) and ($2::boolean or kader.nik_digest = $3 or kader.id = $4)
           and ($5::int is null or (paying_body_id, kader_id) > ($5, $6))
         order by paying_body_id, kader_id limit $7)
       select entitlement.id as "entitlementId", honor_line.kader_id as "kaderId", funding_source_id as "sourceId",
              entitlement.amount, service_month as "serviceMonth", component, source.paying_body_id as "payingBodyId",
              case when disbursement.state = 'paid' then 'paid' when held.entitlement_id is not null then 'on-its-way'
                else 'loose' end as standing,
              revision, policy.code || ' v' || version as policy, legal_basis_number as "legalBasis",
              calculation_day(calculation_id) as "calculatedOn",
              body.code as payer, kader.name as kader, kader.nik_sealed as nik, honor_line.nagari_code as "nagariCode", ${SOURCE} as source
       from people join loose using (paying_body_id, kader_id) join honor_line using (kader_id, service_month, component)
       join entitlement on honor_line_id = honor_line.id
       join funding_source source on source.id = funding_source_id and source.paying_body_id = loose.paying_body_id
       join paying_body body on body.id = source.paying_body_id
       join kader on kader.id = honor_line.kader_id
       join honor_policy policy on policy.id = policy_id
       left join request_entitlement held on held.entitlement_id = entitlement.id and returned_at is null
       left join disbursement on disbursement.request_id = held.request_id and disbursement.kader_id = kader.id
       where not exists (select from overpayment_part where entitlement_id = entitlement.id)
         and not exists (select from line_transfer_part where entitlement_id = entitlement.id)
       order by entitlement.id`,
      [
        ...[payer ?? null, asked === undefined, asked?.nikDigest ?? null, asked?.id ?? null],
        ...(after ?? [null, null]),
        limit ?? null,
      ],
    );
    return openRows<NamedCorrectedShare, 'nik'>(this.vault, rows, { nik: purposes.kaderNik });
  }
}

/** Whose share comes last in the order of the list. */
export function lastKeyOf(corrected: readonly NamedCorrectedShare[]): OverpaidKey | undefined {
  const keys = corrected.map(({ payingBodyId, kaderId }): OverpaidKey => [payingBodyId, kaderId]);
  return keys.sort(([body, kader], [otherBody, other]) => otherBody - body || other - kader)[0];
}
