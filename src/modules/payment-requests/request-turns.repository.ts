import { Injectable } from '@nestjs/common';
import type { RequiredSignature } from '../../core/approval/approval-bands.js';
import type { GivenSignature } from '../../core/approval/missing-signatures.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

interface OfRequest {
  readonly requestId: number;
}

/** What says of many requests at once whose turn it is, in their submissions of now. */
@Injectable()
export class RequestTurnsRepository {
  /** Everybody who has a hand in what is submitted; a draft has nobody's but its preparer's. */
  hands(database: Queryable, ids: readonly number[]): Promise<(OfRequest & { readonly userId: number })[]> {
    return queryRows(
      database,
      `select request_id as "requestId", user_id as "userId" from request_hand
       join payment_request on (payment_request.id, payment_request.submission) = (request_id, request_hand.submission)
       where request_id = any($1) and state <> 'draft' order by user_id`,
      [ids],
    );
  }

  required(database: Queryable, ids: readonly number[]): Promise<(OfRequest & RequiredSignature)[]> {
    return this.signatures(database, 'request_required_signature', 'step, function, signers', ids);
  }

  given(database: Queryable, ids: readonly number[]): Promise<(OfRequest & GivenSignature)[]> {
    return this.signatures(database, 'request_countersignature', 'step, function', ids);
  }

  private signatures<Row>(
    database: Queryable,
    table: string,
    columns: string,
    ids: readonly number[],
  ): Promise<(OfRequest & Row)[]> {
    return queryRows(
      database,
      `select request_id as "requestId", ${columns} from ${table} one
       join payment_request on (payment_request.id, payment_request.submission) = (request_id, one.submission)
       where request_id = any($1) order by request_id, step, function`,
      [ids],
    );
  }
}
