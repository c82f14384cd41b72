import { Injectable } from '@nestjs/common';
import type { DeductionKind, DeductionPolicy } from '../../core/deduction/deduction-policy.js';
import type { DeductionChoice } from '../../core/deduction/policy-in-force.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface StoredPolicy {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly kind: DeductionKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly document: unknown;
  readonly sha256: string;
}

/** Who recorded it, and when. */
export interface Recorder {
  readonly by: number;
  readonly at: Date;
}

/** A choice with whose it is and who made it. */
export interface MadeChoice extends DeductionChoice {
  readonly payer: string;
  readonly chosenBy: string;
}

@Injectable()
export class DeductionPoliciesRepository {
  policies(database: Queryable): Promise<StoredPolicy[]> {
    return queryRows(
      database,
      `select id, code, version, kind, valid_from as "validFrom", valid_to as "validTo", document, document_sha256 as sha256
       from deduction_policy order by code, version`,
    );
  }

  async end(tx: Tx, id: number, on: PlainDate): Promise<void> {
    await tx.query('update deduction_policy set valid_to = $2 where id = $1', [id, on]);
  }

  async insert(
    tx: Tx,
    policy: DeductionPolicy,
    stored: { readonly version: number; readonly document: string; readonly sha256: string },
    { by, at }: Recorder,
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into deduction_policy (code, version, kind, valid_from, valid_to, legal_basis_number, legal_basis_date,
         document, document_sha256, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [
        policy.code,
        stored.version,
        policy.treatment.kind,
        policy.validFrom,
        policy.validTo,
        policy.legalBasis.number,
        policy.legalBasis.date,
        stored.document,
        stored.sha256,
        by,
        at,
      ],
    );
    return id;
  }

  /** The choices of one paying body, in the order in which they were made. */
  choicesOf(database: Queryable, payingBodyId: number): Promise<DeductionChoice[]> {
    return queryRows(
      database,
      `select kind, policy_code as policy, valid_from as "from", note from deduction_choice
       where paying_body_id = $1 order by id`,
      [payingBodyId],
    );
  }

  allChoices(database: Queryable): Promise<MadeChoice[]> {
    return queryRows(
      database,
      `select body.code as payer, choice.kind, policy_code as policy, valid_from as "from", note, full_name as "chosenBy"
       from deduction_choice choice join paying_body body on body.id = paying_body_id
       join app_user on app_user.id = chosen_by order by body.code, choice.kind desc, valid_from, choice.id`,
    );
  }

  async insertChoice(
    tx: Tx,
    payingBodyId: number,
    { kind, policy, from, note }: DeductionChoice,
    { by, at }: Recorder,
  ): Promise<void> {
    await tx.query(
      `insert into deduction_choice (paying_body_id, kind, policy_code, valid_from, note, chosen_by, chosen_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [payingBodyId, kind, policy, from, note, by, at],
    );
  }
}
