import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions and links that ended long ago are deleted; what happened to them stays in `identity_event`. And an OPD sees
 * the posyandu that refer to it, or it could not read the referrals it answers.
 */
export class PurgeAndReferringPosyandu1790000003350 implements MigrationInterface {
  name = 'PurgeAndReferringPosyandu1790000003350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index session_by_expiry on user_session (expires_at);
      create index link_by_expiry on one_time_link (expires_at);
      grant delete on user_session, one_time_link to honor_app;
      alter policy seen_in_scope on posyandu using (is_seen_region(nagari_code)
        or id in (select posyandu_id from appointment) or id in (select posyandu_id from referral));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter policy seen_in_scope on posyandu using (is_seen_region(nagari_code)
        or id in (select posyandu_id from appointment));
      revoke delete on user_session, one_time_link from honor_app;
      drop index link_by_expiry; drop index session_by_expiry;
    `);
  }
}
