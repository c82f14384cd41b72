import { Injectable } from '@nestjs/common';
import type { RequiredSignature, SignedStep } from '../../core/approval/approval-bands.js';
import type { Capacity } from '../../core/approval/delegation.js';
import type { GivenSignature } from '../../core/approval/missing-signatures.js';
import type { MandateRecorder, RequestHand } from '../../core/payment/separation-of-duties.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Rupiah } from '../../core/shared/rupiah.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { PaymentRequestRow } from './payment-request.row.js';

type Submission = Pick<PaymentRequestRow, 'id' | 'submission'>;

/** For whom somebody signed, and by which paper. */
export interface ShownMandate {
  readonly delegation: number;
  readonly principal: string;
  readonly position: string;
  readonly capacity: Capacity;
  readonly basis: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate;
}

/** A further signature, with what was signed. */
export interface ShownCountersignature {
  /** The submission it belongs to; one that was returned to draft counts no more. */
  readonly submission: number;
  readonly step: SignedStep;
  readonly function: string;
  readonly signedBy: string;
  readonly position: string;
  readonly mandate: ShownMandate | null;
  readonly signedAt: Date;
  readonly note: string | null;
  readonly gross: Rupiah;
  readonly net: Rupiah;
  readonly kaderCount: number;
  readonly months: readonly ServiceMonth[];
  readonly contentSha256: string;
}

/** What was frozen at a submission. */
export interface FrozenSigning {
  readonly appliedOn: PlainDate;
  readonly bandSetIds: readonly number[];
  readonly contentSha256: string;
}

export interface NewCountersignature {
  readonly requestId: number;
  readonly function: string;
  readonly signedBy: number;
  readonly actingFor: number | null;
  readonly delegationId: number | null;
  readonly note: string | null;
  readonly signedAt: Date;
}

/** Delegation and principal of a row that has both, as one value; to be joined as `delegation` and `principal`. */
export const MANDATE = `case when delegation.id is not null then json_build_object('delegation', delegation.id,
  'principal', principal.full_name, 'position', principal.position, 'capacity', capacity, 'basis', basis,
  'validFrom', valid_from, 'validTo', valid_to) end as mandate`;
export const JOIN_MANDATE = `left join delegation on delegation.id = delegation_id left join app_user principal on principal.id = acting_for`;

@Injectable()
export class RequestSignaturesRepository {
  hands(database: Queryable, { id, submission }: Submission): Promise<RequestHand[]> {
    return queryRows(
      database,
      `select user_id as "userId", part, is_represented as "isRepresented" from request_hand
       where (request_id, submission) = ($1, $2) order by user_id`,
      [id, submission],
    );
  }

  /** Who recorded the delegations that a submission rests on, and one more; not who recorded an own absence. */
  mandateRecorders(
    database: Queryable,
    { id, submission }: Submission,
    { delegationId }: { readonly delegationId: number | null },
  ): Promise<MandateRecorder[]> {
    return queryRows(
      database,
      `select delegation.id as delegation, recorded_by as "userId", full_name as name
       from delegation join app_user on app_user.id = recorded_by
       where recorded_by <> from_user and delegation.id in (
         select delegation_id from payment_request_step where (request_id, submission) = ($1, $2)
         union select delegation_id from request_countersignature where (request_id, submission) = ($1, $2)
         union select $3::int) order by delegation.id`,
      [id, submission, delegationId],
    );
  }

  /** What the bands asked for when it was submitted. */
  required(database: Queryable, { id, submission }: Submission): Promise<RequiredSignature[]> {
    return queryRows(
      database,
      `select step, function, signers from request_required_signature
       where (request_id, submission) = ($1, $2) order by step = 'release', step = 'approve', function`,
      [id, submission],
    );
  }

  given(database: Queryable, { id, submission }: Submission): Promise<GivenSignature[]> {
    return queryRows(
      database,
      `select step, function from request_countersignature where (request_id, submission) = ($1, $2) order by id`,
      [id, submission],
    );
  }

  /** Every further signature of a request, also of submissions that were returned. */
  countersignatures(database: Queryable, requestId: number): Promise<ShownCountersignature[]> {
    return queryRows(
      database,
      `select submission, given.step, function, signer.full_name as "signedBy", signer.position, ${MANDATE}, signed_at as "signedAt",
              note, gross, net, kader_count as "kaderCount", months, content_sha256 as "contentSha256"
       from request_countersignature given join app_user signer on signer.id = signed_by ${JOIN_MANDATE}
       where request_id = $1 order by given.id`,
      [requestId],
    );
  }

  async frozen(database: Queryable, { id, submission }: Submission): Promise<FrozenSigning | null> {
    const rows = await queryRows<FrozenSigning>(
      database,
      `select applied_on as "appliedOn", band_set_ids as "bandSetIds", content_sha256 as "contentSha256"
       from request_signing where (request_id, submission) = ($1, $2)`,
      [id, submission],
    );
    return rows[0] ?? null;
  }

  /** What is signed (submission, step, amounts) the database puts in, as it was frozen. */
  async insert(tx: Tx, signature: NewCountersignature): Promise<void> {
    const { requestId, function: name, signedBy, actingFor, delegationId, note, signedAt } = signature;
    await tx.query(
      `insert into request_countersignature (request_id, function, signed_by, acting_for, delegation_id, note, signed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [requestId, name, signedBy, actingFor, delegationId, note, signedAt],
    );
  }
}
