import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tries that are held back leave a trace: one event for each wait, however many knock while it lasts. */
export class ToldBlocks1790000003506 implements MigrationInterface {
  name = 'ToldBlocks1790000003506';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sign_in_throttle add column told_at timestamptz;
      -- where somebody came in before, for every try at her name; as fast for a name that nobody has
      create index session_by_user on user_session (user_id, signed_in_at);
      grant update (told_at) on sign_in_throttle to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index session_by_user;
      alter table sign_in_throttle drop column told_at;
    `);
  }
}
