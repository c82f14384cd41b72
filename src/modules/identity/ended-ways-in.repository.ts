import { Injectable } from '@nestjs/common';
import type { Queryable } from '../../platform/database/query-rows.js';

/** At most so many rows at a time: nobody who signs in waits for the past of everybody. */
const AT_ONCE = 500;

/** Sessions and links whose time was over long ago, whether they were ended, used or left alone. */
@Injectable()
export class EndedWaysInRepository {
  /** Deletes some; those that somebody else is deleting are left to her. */
  async purge(database: Queryable, expiredBefore: Date): Promise<void> {
    for (const table of ['user_session', 'one_time_link']) {
      await database.query(
        `delete from ${table} where id in (select id from ${table} where expires_at < $1 order by expires_at limit $2
           for update skip locked)`,
        [expiredBefore, AT_ONCE],
      );
    }
  }
}
