import { Injectable } from '@nestjs/common';
import type { Capacity, RecordedDelegation } from '../../core/approval/delegation.js';
import type { Part } from '../../platform/database/part.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

/** A delegation with its paper, and its revocation if there is one. */
export interface DelegationRecord extends RecordedDelegation {
  readonly capacity: Capacity;
  readonly basis: string;
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
}

export interface NewDelegation extends Omit<RecordedDelegation, 'id' | 'isRevoked' | 'payer'> {
  readonly payingBodyId: number;
  readonly capacity: Capacity;
  readonly basis: string;
  readonly reason: string;
}

const DELEGATION = `
  select delegation.id, json_build_object('id', principal.id, 'name', principal.full_name) as "from",
         json_build_object('id', delegate.id, 'name', delegate.full_name) as "to",
         step, body.code as payer, valid_from as "validFrom", valid_to as "validTo", capacity, basis, delegation.reason,
         recorder.full_name as "recordedBy", recorded_at as "recordedAt", revocation.delegation_id is not null as "isRevoked",
         revoker.full_name as "revokedBy", revoked_at as "revokedAt", revocation.reason as "revokedReason"
  from delegation join paying_body body on body.id = paying_body_id
  join app_user principal on principal.id = from_user join app_user delegate on delegate.id = to_user
  join app_user recorder on recorder.id = recorded_by
  left join delegation_revocation revocation on revocation.delegation_id = delegation.id
  left join app_user revoker on revoker.id = revoked_by`;

@Injectable()
export class DelegationsRepository {
  /** Oldest first: of one payer, or of all. */
  all(database: Queryable, payer: string | null, { after, limit }: Part = {}): Promise<DelegationRecord[]> {
    return queryRows(
      database,
      `${DELEGATION} where ($1::text is null or body.code = $1) and delegation.id > $2 order by delegation.id limit $3`,
      [payer, after?.[0] ?? 0, limit ?? null],
    );
  }

  async byId(database: Queryable, id: number): Promise<DelegationRecord | undefined> {
    const [found] = await queryRows<DelegationRecord>(database, `${DELEGATION} where delegation.id = $1`, [
      id,
    ]);
    return found;
  }

  async insert(tx: Tx, delegation: NewDelegation, by: number, at: Date): Promise<number> {
    const { from, to, step, payingBodyId, capacity, validFrom, validTo, basis, reason } = delegation;
    const { id } = await queryRow<{ id: number }>(
      tx,
      `insert into delegation (from_user, to_user, step, paying_body_id, capacity, valid_from, valid_to, basis, reason, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [from.id, to.id, step, payingBodyId, capacity, validFrom, validTo, basis, reason, by, at],
    );
    return id;
  }

  async insertRevocation(tx: Tx, delegationId: number, reason: string, by: number, at: Date): Promise<void> {
    await tx.query(
      `insert into delegation_revocation (delegation_id, reason, revoked_by, revoked_at) values ($1, $2, $3, $4)`,
      [delegationId, reason, by, at],
    );
  }
}
