import { Injectable } from '@nestjs/common';
import type { RetentionFacts } from '../../core/privacy/decide-retention.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** What decides whether the data of a kader is still kept. */
export interface KnownKader extends RetentionFacts {
  readonly kaderId: number;
  readonly nagariCode: string;
}

/** Reads it of those whose names are still kept. */
@Injectable()
export class RetentionFactsRepository {
  /** At most so many, by their numbers, after this one. */
  after(database: Queryable, kaderId: number, limit: number): Promise<KnownKader[]> {
    return queryRows(
      database,
      `select kader_id as "kaderId", nagari_code as "nagariCode", last_on as "lastOn", appointed_until as "appointedUntil",
              owed, overpaid, open_requests as "openRequests", open_logins as "openLogins"
       from retention_facts(array(
         select id from kader where id > $1 and not exists (select from pseudonymisation where kader_id = kader.id)
         order by id limit $2)) order by kader_id`,
      [kaderId, limit],
    );
  }
}
