import { Injectable } from '@nestjs/common';
import type { DeductionKind, DeductionPolicy } from '../../core/deduction/deduction-policy.js';
import type { DeductionChoice } from '../../core/deduction/policy-in-force.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface StoredPolicy {
  readonly id: number;
  readonly code: string;
  readonly version: number;
  readonly kind: DeductionKind;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly supersedes: readonly number[];
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
  readonly id: number;
  readonly payer: string;
  readonly chosenBy: string;
}

/** By what versions of policies are ordered. */
export type PolicyKey = readonly [code: string, version: number];

/** By what choices are ordered: those of tax before those of premiums, then by the day. */
export type ChoiceKey = readonly [payer: string, kind: string, from: PlainDate, id: number];

@Injectable()
export class DeductionPoliciesRepository {
  policies(database: Queryable, { after, limit }: Part<PolicyKey> = {}): Promise<StoredPolicy[]> {
    return queryRows(
      database,
      `select id, code, version, kind, valid_from as "validFrom", valid_to as "validTo", supersedes, document, document_sha256 as sha256
       from deduction_policy where $1::text is null or (code, version) > ($1, $2) order by code, version limit $3`,
      [...(after ?? [null, null]), limit ?? null],
    );
  }

  async end(tx: Tx, id: number, on: PlainDate): Promise<void> {
    await tx.query('update deduction_policy set valid_to = $2 where id = $1', [id, on]);
  }

  async insert(
    tx: Tx,
    policy: DeductionPolicy,
    stored: {
      readonly version: number;
      readonly document: string;
      readonly sha256: string;
      readonly supersedes: readonly number[];
    },
    { by, at }: Recorder,
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into deduction_policy (code, version, kind, valid_from, valid_to, legal_basis_number, legal_basis_date,
         document, document_sha256, recorded_by, recorded_at, supersedes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
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
        stored.supersedes,
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

  allChoices(database: Queryable, { after, limit }: Part<ChoiceKey> = {}): Promise<MadeChoice[]> {
    return queryRows(
      database,
      `select choice.id, body.code as payer, choice.kind, policy_code as policy, valid_from as "from", note, full_name as "chosenBy"
       from deduction_choice choice join paying_body body on body.id = paying_body_id
       join app_user on app_user.id = chosen_by
       where $1::text is null
         or (body.code, choice.kind = 'bpjs', valid_from, choice.id) > ($1, $2 = 'bpjs', $3::date, $4)
       order by body.code, choice.kind = 'bpjs', valid_from, choice.id limit $5`,
      [...(after ?? [null, null, null, null]), limit ?? null],
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
