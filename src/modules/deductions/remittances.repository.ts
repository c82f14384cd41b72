import { Injectable } from '@nestjs/common';
import type { DeductionKind } from '../../core/deduction/deduction-policy.js';
import type { RecordedRemittance, Remittance } from '../../core/deduction/remittance.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Recorder } from './deduction-policies.repository.js';

/** What one paying body withheld of one kind in one month, and what it passed on of it. */
export interface WithheldMonth {
  readonly payer: string;
  readonly kind: DeductionKind;
  readonly period: ServiceMonth;
  readonly withheld: Rupiah;
  readonly remitted: Rupiah;
  readonly proofs: readonly string[];
  /** The earliest due day of the policies that applied; null when all of it was returned. */
  readonly dueDay: number | null;
}

/** By what months are ordered: of each payer those of tax before those of premiums. */
export type TaxMonthKey = readonly [payer: string, kind: string, period: string];

@Injectable()
export class RemittancesRepository {
  /** Every month in which something was withheld or remitted, by payer, kind and month. */
  months(
    database: Queryable,
    payer: string | null,
    { after, limit }: Part<TaxMonthKey> = {},
  ): Promise<WithheldMonth[]> {
    return queryRows(
      database,
      `with withheld as (
         select paying_body_id, withholding.kind, period, sum(amount)::bigint as amount,
                min((document ->> 'dueDay')::int) as due_day
         from withholding join deduction_policy policy on policy.id = policy_id
         group by paying_body_id, withholding.kind, period),
       remitted as (
         select paying_body_id, kind, period::text, sum(amount)::bigint as amount, array_agg(proof order by id) as proofs
         from remittance group by paying_body_id, kind, period)
       select body.code as payer, coalesce(withheld.kind, remitted.kind) as kind, period, coalesce(withheld.amount, 0) as withheld,
              coalesce(remitted.amount, 0) as remitted, coalesce(proofs, '{}') as proofs, due_day as "dueDay"
       from withheld full join remitted using (paying_body_id, kind, period)
       join paying_body body on body.id = paying_body_id
       where ($1::text is null or body.code = $1)
         and ($2::text is null or (body.code, coalesce(withheld.kind, remitted.kind) = 'bpjs', period) > ($2, $3 = 'bpjs', $4))
       order by body.code, coalesce(withheld.kind, remitted.kind) = 'bpjs', period limit $5`,
      [payer, ...(after ?? [null, null, null]), limit ?? null],
    );
  }

  async owed(tx: Tx, payingBodyId: number, kind: DeductionKind, period: ServiceMonth): Promise<Rupiah> {
    const { owed } = await queryRow<{ owed: Rupiah }>(
      tx,
      `select (coalesce((select sum(amount) from withholding
                         where paying_body_id = $1 and kind = $2 and period = $3), 0)
             - coalesce((select sum(amount) from remittance
                         where paying_body_id = $1 and kind = $2 and period = $3), 0))::bigint as owed`,
      [payingBodyId, kind, period],
    );
    return owed;
  }

  async byProof(tx: Tx, kind: DeductionKind, proof: string): Promise<RecordedRemittance | undefined> {
    const [found] = await queryRows<RecordedRemittance>(
      tx,
      `select body.code as payer, remittance.kind, period, amount, proof, remitted_on as "on"
       from remittance join paying_body body on body.id = paying_body_id
       where remittance.kind = $1 and proof = $2`,
      [kind, proof],
    );
    return found;
  }

  async insert(
    tx: Tx,
    payingBodyId: number,
    { kind, period, amount, proof, on }: Remittance,
    batchId: number,
    { by, at }: Recorder,
  ): Promise<void> {
    await tx.query(
      `insert into remittance (paying_body_id, kind, period, amount, proof, remitted_on, batch_id, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [payingBodyId, kind, period, amount.toString(), proof, on, batchId, by, at],
    );
  }
}
