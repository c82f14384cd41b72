import { Injectable } from '@nestjs/common';
import type { ExclusionCode } from '../../core/honor/reason.js';
import type { TakenOut } from '../../core/overpayment/opening-pieces.js';
import type { OverpaymentPart, Piece } from '../../core/overpayment/overpayment-part.js';
import type { DueInstalment } from '../../core/overpayment/take-instalments.js';
import { invariant } from '../../core/shared/invariant.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Tx } from '../../platform/database/transaction.js';
import { HELD, SOURCE } from './overpayment-sql.js';

/** A part as it stands, with what people want to know of it. */
export interface StandingPart extends OverpaymentPart {
  readonly overpaymentId: number;
  readonly isClaim: boolean;
  readonly source: string;
  readonly payableAccountId: number;
  /** The line that paid it: another one where it was debt of a closed year. */
  readonly paidBy: { readonly sourceId: number; readonly payableAccountId: number };
  readonly nagariCode: string;
  readonly policy: string;
  readonly legalBasis: string;
  readonly revision: number;
  /** Why the month is not entitled any more, as the calculation that corrected it says; null when it only lowered it. */
  readonly exclusion: {
    readonly code: ExclusionCode;
    readonly facts: Readonly<Record<string, string>>;
  } | null;
  /** The request that holds it. */
  readonly request: string | null;
  readonly planId: number | null;
}

/** Who writes entitlements, and when. */
export interface Author {
  readonly id: number;
  readonly at: Date;
}

// Of the lines that paid the month and component of a part: the one that paid most of it.
const PAID_BY = `select json_build_object('sourceId', paying.id, 'payableAccountId', paying.payable_account_id) as line
  from honor_line earned join entitlement share on share.honor_line_id = earned.id
    and share.funding_source_id = entitlement.funding_source_id
  join request_entitlement taken on taken.entitlement_id = share.id and taken.returned_at is null
  join payment_request payment on payment.id = taken.request_id and payment.state in ('disbursing', 'settled')
  join funding_source paying on paying.id = coalesce(payment.debt_source_id, share.funding_source_id)
  where (earned.kader_id, earned.service_month, earned.component)
    = (honor_line.kader_id, honor_line.service_month, honor_line.component)
  group by paying.id order by sum(share.amount) desc, paying.id limit 1`;

/** The entitlements that make up cases: found, cut into smaller ones, and offered to requests. */
@Injectable()
export class OverpaymentPartsRepository {
  /** All parts of these cases, as they stand. */
  parts(database: Queryable, overpaymentIds: readonly number[]): Promise<StandingPart[]> {
    return queryRows(
      database,
      `select part.entitlement_id as "entitlementId", part.overpayment_id as "overpaymentId", is_claim as "isClaim",
              plan_id as "planId",
              funding_source_id as "sourceId", ${SOURCE} as source, payable_account_id as "payableAccountId",
              coalesce(paid_by.line, json_build_object('sourceId', source.id, 'payableAccountId', payable_account_id)) as "paidBy",
              service_month as month, component, entitlement.amount, instalment, due_month as due,
              honor_line.nagari_code as "nagariCode", revision, policy.code || ' v' || version as policy,
              legal_basis_number as "legalBasis", request.number as request,
              (select jsonb_build_object('code', code, 'facts', facts) from honor_exclusion exclusion
               where exclusion.calculation_id = honor_line.calculation_id and exclusion.kader_id = honor_line.kader_id
                 and exclusion.service_month = honor_line.service_month and exclusion.component in ('', honor_line.component)
               limit 1) as exclusion,
              case when releases_id is not null
                  or exists (select from overpayment_part release where release.releases_id = part.entitlement_id) then 'replaced'
                when exists (select from overpayment_receipt_part settled where settled.entitlement_id = part.entitlement_id) then 'cash'
                when request.state in ('disbursing', 'settled') then 'recovered'
                when request.id is not null then 'held' else 'owed' end as standing
       from overpayment_part part join entitlement on entitlement.id = part.entitlement_id
       join honor_line on honor_line.id = honor_line_id
       join funding_source source on source.id = funding_source_id join paying_body body on body.id = source.paying_body_id
       join honor_policy policy on policy.id = policy_id
       left join request_entitlement held on held.entitlement_id = entitlement.id and returned_at is null
       left join payment_request request on request.id = held.request_id
       left join lateral (${PAID_BY}) paid_by on true
       where part.overpayment_id = any($1) order by part.entitlement_id`,
      [overpaymentIds],
    );
  }

  /** Instalments of set-off plans that a paying body may take from honor up to this month, and has not. */
  due(tx: Tx, payingBodyId: number, until: ServiceMonth): Promise<DueInstalment[]> {
    return queryRows(
      tx,
      `select part.entitlement_id as "entitlementId", overpayment.kader_id as "kaderId", funding_source_id as "sourceId",
              entitlement.amount, service_month as "serviceMonth", component, overpayment.id as "overpaymentId", part.instalment
       from overpayment join overpayment_part part on overpayment_id = overpayment.id
       join overpayment_plan plan on plan.id = plan_id and mode = 'set-off'
       join entitlement on entitlement.id = part.entitlement_id join honor_line on honor_line.id = honor_line_id
       where paying_body_id = $1 and due_month <= $2 and not exists (select ${HELD})
         and not exists (select from overpayment_part release where release.releases_id = part.entitlement_id)
         and not exists (select from overpayment_receipt_part settled where settled.entitlement_id = part.entitlement_id)
       order by overpayment.id, part.instalment, part.entitlement_id`,
      [payingBodyId, until],
    );
  }

  async claim(tx: Tx, overpaymentId: number, entitlementIds: readonly number[]): Promise<void> {
    await tx.query(
      `insert into overpayment_part (entitlement_id, overpayment_id, is_claim) select id, $1, true from unnest($2::int[]) as id`,
      [overpaymentId, entitlementIds],
    );
  }

  /**
   * Writes parts anew: each that is replaced is mirrored, and the pieces take its place, as revisions of its honor
   * line that add up to nothing. What anybody is entitled to, and the books, stay as they are.
   *
   * @returns the entitlements of the pieces, in their order
   */
  async replace(
    tx: Tx,
    { id, nagariCode }: { readonly id: number; readonly nagariCode: string },
    change: {
      readonly replaced: readonly number[];
      readonly pieces: readonly Piece[];
      readonly planId: number | null;
    },
    by: Author,
  ): Promise<number[]> {
    const { replaced, pieces, planId } = change;
    if (replaced.length === 0) return [];
    const calculationId = await this.calculation(
      tx,
      nagariCode,
      replaced,
      replaced.length + pieces.length,
      by,
    );
    const ids = await this.write(tx, calculationId, [
      ...replaced.map((of) => ({ of, amount: null })),
      ...pieces,
    ]);
    const ofPieces = ids.slice(replaced.length);
    await tx.query(
      `insert into overpayment_part (entitlement_id, overpayment_id, is_claim, releases_id, plan_id, instalment, due_month)
       select part.id, $1, false, part.releases_id, case when instalment is not null then $6::int end, instalment, due
       from unnest($2::int[], $3::int[], $4::int[], $5::text[]) as part(id, releases_id, instalment, due)`,
      [
        id,
        ids,
        [...replaced, ...pieces.map(() => null)],
        [...replaced.map(() => null), ...pieces.map(({ instalment }) => instalment)],
        [...replaced.map(() => null), ...pieces.map(({ due }) => due)],
        planId,
      ],
    );
    return ofPieces;
  }

  /**
   * Takes amounts out of loose corrections, so that each stands by itself and what is left of the others makes up for
   * it: two revisions of each honor line that add up to nothing.
   *
   * @returns the entitlements that make up for them, and those that were taken out, in their order
   */
  async takeOut(
    tx: Tx,
    nagariCode: string,
    taken: readonly TakenOut[],
    by: Author,
  ): Promise<{ readonly madeUp: readonly number[]; readonly takenOut: readonly number[] }> {
    if (taken.length === 0) return { madeUp: [], takenOut: [] };
    const ofs = taken.map(({ of }) => of);
    const calculationId = await this.calculation(tx, nagariCode, ofs, taken.length * 2, by);
    const madeUp = taken.map(({ of, amount }) => ({ of, amount: -amount }));
    const ids = await this.write(tx, calculationId, [...madeUp, ...taken]);
    return { madeUp: ids.slice(0, taken.length), takenOut: ids.slice(taken.length) };
  }

  private async calculation(
    tx: Tx,
    nagariCode: string,
    ofs: readonly number[],
    count: number,
    by: Author,
  ): Promise<number> {
    // Revisions of an honor line are numbered by one at a time, as a calculation does.
    await lockFor(tx, 'honor-calculation');
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into calculation (region_code, months, requested_by, calculated_at, line_count, entitlement_count, gross)
       select $1, array_agg(distinct service_month::text order by service_month::text), $3, $4, $5, $5, 0
       from entitlement join honor_line on honor_line.id = honor_line_id where entitlement.id = any($2) returning id`,
      [nagariCode, ofs, by.id, by.at, count],
    );
    return id;
  }

  /** One more revision of the honor line of each, with one share; no amount: the mirror of what it is of. */
  private async write(
    tx: Tx,
    calculationId: number,
    shares: readonly { readonly of: number; readonly amount: Rupiah | null }[],
  ): Promise<number[]> {
    const lines = await queryRows<{ id: number }>(
      tx,
      `select nextval('honor_line_id')::int as id from generate_series(1, $1)`,
      [shares.length],
    );
    const lineIds = lines.map(({ id }) => id);
    const given = [
      lineIds,
      shares.map(({ of }) => of),
      shares.map(({ amount }) => amount?.toString() ?? null),
    ];
    await tx.query(
      `insert into honor_line (id, calculation_id, kader_id, service_month, component, revision, amount, policy_id, appointment_id, nagari_code, reasons)
       select wanted.id, $1, line.kader_id, line.service_month, line.component,
              (select max(revision) from honor_line earlier where (earlier.kader_id, earlier.service_month, earlier.component)
                = (line.kader_id, line.service_month, line.component))
              + row_number() over (partition by line.kader_id, line.service_month, line.component order by wanted.id),
              coalesce(wanted.amount, -entitlement.amount), line.policy_id, line.appointment_id, line.nagari_code, line.reasons
       from unnest($2::int[], $3::int[], $4::bigint[]) as wanted(id, of, amount)
       join entitlement on entitlement.id = wanted.of join honor_line line on line.id = honor_line_id`,
      [calculationId, ...given],
    );
    const written = await queryRows<{ id: number; lineId: number }>(
      tx,
      `insert into entitlement (honor_line_id, funding_source_id, amount)
       select wanted.id, funding_source_id, coalesce(wanted.amount, -entitlement.amount)
       from unnest($1::int[], $2::int[], $3::bigint[]) as wanted(id, of, amount) join entitlement on entitlement.id = wanted.of
       returning id, honor_line_id as "lineId"`,
      given,
    );
    const byLine = new Map(written.map(({ id, lineId }) => [lineId, id]));
    return lineIds.map((lineId) => {
      const id = byLine.get(lineId);
      invariant(id !== undefined, 'every line was written with its share');
      return id;
    });
  }
}
