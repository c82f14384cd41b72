import { Injectable } from '@nestjs/common';
import type { AnswerCommand } from '../../core/referral/check-answer.js';
import type { ReferralFacts } from '../../core/referral/list-referrals.js';
import type { NewReferral, RecordedReferral } from '../../core/referral/plan-referrals.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';

/** Which referrals: of a region, to an OPD, or one. */
export interface ReferralChoice {
  readonly regionCode?: string | undefined;
  readonly opdCode?: string | undefined;
  readonly id?: number | undefined;
  /** Without a last answer. */
  readonly open?: boolean | undefined;
  /** Without any answer; whether the limit is past, the core says. */
  readonly overdue?: boolean | undefined;
  /** Day and number of the last one of the part before; undefined = from the beginning. */
  readonly after?: ReferralKey | undefined;
  /** How many at most; undefined = all. */
  readonly limit?: number | undefined;
}

/** By what referrals are ordered: the day, then the number. */
export type ReferralKey = readonly [referredOn: PlainDate, id: number];

@Injectable()
export class ReferralsRepository {
  /** Everything recorded of these kader. */
  recorded(database: Queryable, kaderIds: readonly number[]): Promise<RecordedReferral[]> {
    return queryRows(
      database,
      `select id, posyandu_id as "posyanduId", kader_id as "kaderId", referred_on as "on", bidang, subject, count, description
       from referral where kader_id = any($1)`,
      [kaderIds],
    );
  }

  async insert(
    database: Queryable,
    { posyanduId, kaderId, on, bidang, subject, count, description, opdId }: NewReferral,
    { activityId, by, at }: { readonly activityId: number; readonly by: number; readonly at: Date },
  ): Promise<number> {
    const { id } = await queryRow<{ id: number }>(
      database,
      `insert into referral (posyandu_id, kader_id, bidang, subject, referred_on, count, description, bidang_opd_id,
         activity_id, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
      [posyanduId, kaderId, bidang, subject, on, count, description, opdId, activityId, by, at],
    );
    return id;
  }

  // An OPD that reads does not see the kader of a nagari, only the posyandu that refers to it.
  chosen(
    database: Queryable,
    { regionCode, opdCode, id, open, overdue, after, limit }: ReferralChoice,
  ): Promise<ReferralFacts[]> {
    return queryRows(
      database,
      `select referral.id, posyandu.name as posyandu, registration_number as "registrationNumber",
              posyandu.nagari_code as "nagariCode", coalesce(kader.name, 'kader posyandu ini') as kader, referral.bidang, subject,
              referred_on as "referredOn", count, description, opd_code as "opdCode", opd_name as "opdName",
              limit_days as "limitDays", referral.recorded_by as "recordedBy",
              (select coalesce(json_agg(json_build_object('answer', answer, 'on', answered_on, 'text', text, 'by', full_name)
                        order by referral_answer.id), '[]')
                 from referral_answer join app_user on app_user.id = recorded_by where referral_id = referral.id) as answers
       from referral join posyandu on posyandu.id = posyandu_id left join kader on kader.id = kader_id
       join bidang_opd on bidang_opd.id = bidang_opd_id
       where ($1::text is null or posyandu.nagari_code = $1 or starts_with(posyandu.nagari_code, $1 || '.'))
         and ($2::text is null or opd_code = $2) and ($3::int is null or referral.id = $3)
         and (not $4 or not exists (select from referral_answer where referral_id = referral.id and answer <> 'accepted'))
         and (not $5 or not exists (select from referral_answer where referral_id = referral.id))
         and ($6::date is null or (referred_on, referral.id) > ($6, $7))
       order by referred_on, referral.id limit $8`,
      [
        ...[regionCode ?? null, opdCode ?? null, id ?? null, open ?? false, overdue ?? false],
        ...(after ?? [null, null]),
        limit ?? null,
      ],
    );
  }

  async insertAnswer(
    database: Queryable,
    referralId: number,
    { answer, on, text, by }: AnswerCommand,
    at: Date,
  ): Promise<void> {
    await database.query(
      `insert into referral_answer (referral_id, answer, answered_on, text, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [referralId, answer, on, text.trim(), by, at],
    );
  }
}
