import { Injectable } from '@nestjs/common';
import type { ComparedDeduction } from '../../core/deduction/compare-deductions.js';
import type { Deduction } from '../../core/deduction/deduct.js';
import type { DeductionKind } from '../../core/deduction/deduction-policy.js';
import type { DeductionStep } from '../../core/deduction/deduction-step.js';
import { purposes } from '../../core/privacy/purposes.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import { toJson } from '../../core/shared/to-json.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';
import { openRows, type Sealed } from '../../platform/secrets/sealed-rows.js';

/** What is owed on of one kader's honor, or because of it. */
export interface DeductionTotal {
  readonly kaderId: number;
  readonly kind: DeductionKind;
  /** The paying body of the request. */
  readonly payer: string;
  /** Null: taken off her honor. */
  readonly borneBy: string | null;
  readonly amount: Rupiah;
}

/** A deduction as people look it up. */
export interface ShownDeduction extends ComparedDeduction {
  readonly name: string;
  readonly nik: string;
  readonly policy: string;
  readonly version: number;
  readonly steps: readonly DeductionStep[];
}

@Injectable()
export class KaderDeductionsRepository {
  constructor(private readonly vault: FieldVault) {}

  /** @param bodyIds ids of the paying bodies that bear premiums, by code */
  async insert(
    tx: Tx,
    requestId: number,
    deductions: readonly Deduction[],
    bodyIds: ReadonlyMap<string, number>,
  ): Promise<void> {
    await copyInto(
      tx,
      'kader_deduction',
      ['request_id', 'kader_id', 'kind', 'service_month', 'borne_by', 'amount', 'policy_id', 'steps'],
      deductions.map((one) => [
        requestId,
        one.kaderId,
        one.kind,
        one.month,
        one.borneBy === null ? null : (bodyIds.get(one.borneBy) ?? null),
        one.amount,
        one.policyId,
        toJson(one.steps),
      ]),
    );
  }

  async ofRequest(database: Queryable, requestId: number): Promise<ShownDeduction[]> {
    const rows = await queryRows<Sealed<ShownDeduction, 'nik'>>(
      database,
      `select kader_id as "kaderId", kader.name, nik_sealed as nik, deduction.kind, service_month as month, body.code as "borneBy",
              amount, policy.code as policy, policy.version, steps
       from kader_deduction deduction join kader on kader.id = kader_id
       join deduction_policy policy on policy.id = policy_id
       left join paying_body body on body.id = borne_by
       where request_id = $1 order by upper(kader.name) collate "C", kader_id, deduction.kind desc, service_month`,
      [requestId],
    );
    return openRows<ShownDeduction, 'nik'>(this.vault, rows, { nik: purposes.kaderNik });
  }

  /** Everything above zero, added up by kader, kind and bearer, in that order. */
  totalsOf(database: Queryable, requestId: number): Promise<DeductionTotal[]> {
    return queryRows(
      database,
      `select kader_id as "kaderId", deduction.kind, payer.code as payer, bearer.code as "borneBy",
              sum(deduction.amount)::bigint as amount
       from kader_deduction deduction
       join payment_request request on request.id = request_id
       join paying_body payer on payer.id = request.paying_body_id
       left join paying_body bearer on bearer.id = borne_by
       where request_id = $1 and deduction.amount > 0
       group by kader_id, deduction.kind, payer.code, bearer.code
       order by kader_id, deduction.kind, bearer.code nulls first`,
      [requestId],
    );
  }

  /** What the bank returned had nothing taken off after all. */
  async letGo(tx: Tx, requestId: number, kaderIds: readonly number[], at: Date): Promise<void> {
    await tx.query(
      `update kader_deduction set returned_at = $3
       where request_id = $1 and kader_id = any($2) and returned_at is null`,
      [requestId, kaderIds, at],
    );
  }
}
