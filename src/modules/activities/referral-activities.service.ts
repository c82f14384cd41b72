import { Injectable } from '@nestjs/common';
import { REFERRAL_TYPE } from '../../core/activity/activity-type.js';
import type { VerifiedReferralDay } from '../../core/referral/plan-referrals.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRow, queryRows } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';

/** A kader who made referrals on a day at her posyandu. */
export interface ReferralDay {
  readonly posyanduId: number;
  readonly kaderId: number;
  readonly on: PlainDate;
}

/** The days of referrals as activities: one a posyandu and day, however many referrals, verified like any other. */
@Injectable()
export class ReferralActivitiesService {
  /** The days at these posyandu that somebody verified. */
  verifiedDays(tx: Tx, posyanduIds: readonly number[]): Promise<VerifiedReferralDay[]> {
    return queryRows(
      tx,
      `select posyandu_id as "posyanduId", held_on as "on", array_remove(array_agg(kader_id), null) as "kaderIds"
       from activity left join activity_attendance on activity_id = activity.id
       where posyandu_id = any($1) and kind = $2 and verified_by is not null group by activity.id`,
      [posyanduIds, REFERRAL_TYPE],
    );
  }

  /** Puts her among who made referrals on the day. Whoever changes an activity becomes its recorder. @returns its id */
  async attend(tx: Tx, { posyanduId, kaderId, on }: ReferralDay, by: number): Promise<number> {
    await tx.query(
      `insert into activity (posyandu_id, held_on, kind, recorded_by) values ($1, $2, $3, $4)
       on conflict on constraint activity_once do nothing`,
      [posyanduId, on, REFERRAL_TYPE, by],
    );
    const { id, attended } = await queryRow<{ id: number; attended: boolean }>(
      tx,
      `select id, exists (select from activity_attendance where activity_id = activity.id and kader_id = $4) as attended
       from activity where (posyandu_id, held_on, kind) = ($1, $2, $3)`,
      [posyanduId, on, REFERRAL_TYPE, kaderId],
    );
    if (attended) return id;
    await tx.query('update activity set recorded_by = $2 where id = $1', [id, by]);
    await tx.query('insert into activity_attendance (activity_id, kader_id) values ($1, $2)', [id, kaderId]);
    return id;
  }
}
