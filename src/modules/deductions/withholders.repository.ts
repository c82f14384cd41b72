import { Injectable } from '@nestjs/common';
import type { Withholder } from '../../core/deduction/bp21/withholder.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { Part } from '../../platform/database/part.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Recorder } from './deduction-policies.repository.js';

/** A record with whose it is and who made it. */
export interface RecordedWithholder extends Withholder {
  readonly id: number;
  readonly payer: string;
  readonly recordedBy: string;
}

/** By what records are ordered. */
export type WithholderKey = readonly [payer: string, from: PlainDate, id: number];

@Injectable()
export class WithholdersRepository {
  /** Of one paying body, in the order in which they were recorded. */
  ofBody(database: Queryable, payingBodyId: number): Promise<Withholder[]> {
    return queryRows(
      database,
      `select npwp, nitku, name, valid_from as "from" from tax_withholder where paying_body_id = $1 order by id`,
      [payingBodyId],
    );
  }

  all(database: Queryable, { after, limit }: Part<WithholderKey> = {}): Promise<RecordedWithholder[]> {
    return queryRows(
      database,
      `select withholder.id, body.code as payer, npwp, nitku, withholder.name, valid_from as "from", full_name as "recordedBy"
       from tax_withholder withholder join paying_body body on body.id = paying_body_id
       join app_user on app_user.id = recorded_by
       where $1::text is null or (body.code, valid_from, withholder.id) > ($1, $2::date, $3)
       order by body.code, valid_from, withholder.id limit $4`,
      [...(after ?? [null, null, null]), limit ?? null],
    );
  }

  async insert(
    tx: Tx,
    payingBodyId: number,
    { npwp, nitku, name, from }: Withholder,
    { by, at }: Recorder,
  ): Promise<void> {
    await tx.query(
      `insert into tax_withholder (paying_body_id, npwp, nitku, name, valid_from, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [payingBodyId, npwp, nitku, name, from, by, at],
    );
  }
}
