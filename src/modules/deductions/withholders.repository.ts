import { Injectable } from '@nestjs/common';
import type { Withholder } from '../../core/deduction/bp21/withholder.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import type { Recorder } from './deduction-policies.repository.js';

/** A record with whose it is and who made it. */
export interface RecordedWithholder extends Withholder {
  readonly payer: string;
  readonly recordedBy: string;
}

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

  all(database: Queryable): Promise<RecordedWithholder[]> {
    return queryRows(
      database,
      `select body.code as payer, npwp, nitku, withholder.name, valid_from as "from", full_name as "recordedBy"
       from tax_withholder withholder join paying_body body on body.id = paying_body_id
       join app_user on app_user.id = recorded_by order by body.code, valid_from, withholder.id`,
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
