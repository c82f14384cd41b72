import { Injectable } from '@nestjs/common';
import type { ActivityType } from '../../core/activity/activity-type.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** An activity type, and whether something names it. */
export interface RecordedType extends ActivityType {
  readonly isUsed: boolean;
}

@Injectable()
export class ActivityTypesRepository {
  /** In the order of the file they came from. */
  types(database: Queryable): Promise<RecordedType[]> {
    return queryRows(
      database,
      `select code, name, words, bidang, counts_targets as "countsTargets", unit, elsewhere,
              exists (select from activity where kind = code)
              or exists (select from referral where subject = code)
              or exists (select from honor_policy, jsonb_array_elements(document -> 'components') as component
                where component -> 'activityKinds' ? code or component -> 'rates' ? code) as "isUsed"
       from activity_type order by position, code`,
    );
  }

  async codes(database: Queryable): Promise<string[]> {
    const rows = await queryRows<{ code: string }>(
      database,
      'select code from activity_type order by position, code',
    );
    return rows.map(({ code }) => code);
  }

  async save(
    database: Queryable,
    { code, name, words, bidang, countsTargets, unit, elsewhere }: ActivityType,
    stamp: { readonly position: number; readonly by: number; readonly at: Date },
  ): Promise<void> {
    await database.query(
      `insert into activity_type (code, name, words, bidang, counts_targets, unit, elsewhere, position, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       on conflict (code) do update set name = excluded.name, words = excluded.words, bidang = excluded.bidang,
         counts_targets = excluded.counts_targets, unit = excluded.unit, elsewhere = excluded.elsewhere,
         position = excluded.position, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [code, name, words, bidang, countsTargets, unit, elsewhere, stamp.position, stamp.by, stamp.at],
    );
  }

  async remove(database: Queryable, codes: readonly string[]): Promise<void> {
    await database.query('delete from activity_type where code = any($1)', [codes]);
  }
}
