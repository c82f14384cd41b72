import { Injectable } from '@nestjs/common';
import {
  activityKey,
  type ActivityIdentity,
  type ExistingActivity,
} from '../../core/activity/existing-activity.js';
import type { ActivityChange, StatedActivity } from '../../core/activity/plan-activity-import.js';
import type { TargetCounts } from '../../core/activity/target-groups.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { copyInto } from '../../platform/database/copy-into.js';
import type { Tx } from '../../platform/database/transaction.js';

export interface ActivityStamp {
  readonly importId: number;
  readonly by: number;
}

/** An activity as far as its verification is concerned. */
export interface RecordedActivity {
  readonly id: number;
  readonly recordedBy: number;
  readonly verifiedBy: number | null;
}

export interface RegionDays {
  readonly regionCode: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

@Injectable()
export class ActivitiesRepository {
  /** The recorded activities of these identities, by `activityKey`. */
  async recorded(tx: Tx, activities: readonly ActivityIdentity[]): Promise<Map<string, ExistingActivity>> {
    const rows = await tx.query<ExistingActivity[]>(
      `select id, posyandu_id as "posyanduId", held_on as "heldOn", kind, bidang, target_counts as counts,
              verified_by is not null as verified,
              (select coalesce(jsonb_agg(jsonb_build_object('kaderId', kader.id, 'name', name, 'referred',
                        exists (select from referral where referral.activity_id = activity.id and referral.kader_id = kader.id))
                        order by name), '[]')
                 from activity_attendance join kader on kader.id = kader_id
                where activity_id = activity.id) as attendance
         from activity
         join unnest($1::int[], $2::date[], $3::text[]) as stated (posyandu_id, held_on, kind)
        using (posyandu_id, held_on, kind)`,
      identityColumns(activities),
    );
    return new Map(rows.map((row) => [activityKey(row), row]));
  }

  async recordImport(
    tx: Tx,
    file: { name: string; sha256: string; counts: Record<string, number>; by: number; at: Date },
  ): Promise<number> {
    const rows = await tx.query<[{ id: number }]>(
      `insert into roster_import (kind, file_name, file_sha256, imported_by, imported_at, counts)
       values ('activity', $1, $2, $3, $4, $5) returning id`,
      [file.name, file.sha256, file.by, file.at, JSON.stringify(file.counts)],
    );
    return rows[0].id;
  }

  async add(tx: Tx, activities: readonly StatedActivity[], { importId, by }: ActivityStamp): Promise<void> {
    const rows = await tx.query<(ActivityIdentity & { id: number })[]>(
      `insert into activity (posyandu_id, held_on, kind, target_counts, bidang, import_id, recorded_by)
       select *, $6, $7 from unnest($1::int[], $2::date[], $3::text[], $4::jsonb[], $5::text[])
       returning id, posyandu_id as "posyanduId", held_on as "heldOn", kind`,
      [
        ...identityColumns(activities),
        activities.map(({ counts }) => JSON.stringify(counts)),
        activities.map(({ bidang }) => bidang),
        importId,
        by,
      ],
    );
    const ids = new Map(rows.map((row) => [activityKey(row), row.id]));
    const attendance = activities.flatMap((activity) =>
      [...activity.attendance.keys()].map((kaderId) => [ids.get(activityKey(activity)) ?? 0, kaderId]),
    );
    await copyInto(tx, 'activity_attendance', ['activity_id', 'kader_id'], attendance);
  }

  /** Whoever changes an activity becomes its recorder, so that she cannot verify her own change. */
  async change(tx: Tx, changed: readonly ActivityChange[], { importId, by }: ActivityStamp): Promise<void> {
    const ids = changed.map(({ existing }) => existing.id);
    await tx.query(
      `update activity set target_counts = stated.counts, bidang = stated.bidang, import_id = $4, recorded_by = $5
         from unnest($1::int[], $2::jsonb[], $3::text[]) as stated (id, counts, bidang)
        where activity.id = stated.id`,
      [
        ids,
        changed.map(({ counts }) => JSON.stringify(counts satisfies TargetCounts)),
        changed.map(({ bidang }) => bidang),
        importId,
        by,
      ],
    );
    await tx.query('delete from activity_attendance where activity_id = any($1)', [ids]);
    const attendance = changed.flatMap(({ existing, stated }) =>
      [...stated.attendance.keys()].map((kaderId) => [existing.id, kaderId]),
    );
    await copyInto(tx, 'activity_attendance', ['activity_id', 'kader_id'], attendance);
  }

  inRegion(tx: Tx, { regionCode, from, to }: RegionDays): Promise<RecordedActivity[]> {
    return tx.query(
      `select activity.id, recorded_by as "recordedBy", verified_by as "verifiedBy"
         from activity join posyandu on posyandu.id = posyandu_id
        where (nagari_code = $1 or nagari_code like $1 || '.%') and held_on between $2 and $3
        order by activity.id
          for update of activity`,
      [regionCode, from, to],
    );
  }

  async verify(tx: Tx, ids: readonly number[], { by, at }: { by: number; at: Date }): Promise<void> {
    await tx.query('update activity set verified_by = $2, verified_at = $3 where id = any($1)', [
      ids,
      by,
      at,
    ]);
  }
}

function identityColumns(activities: readonly ActivityIdentity[]): [number[], string[], string[]] {
  return [
    activities.map(({ posyanduId }) => posyanduId),
    activities.map(({ heldOn }) => heldOn),
    activities.map(({ kind }) => kind),
  ];
}
