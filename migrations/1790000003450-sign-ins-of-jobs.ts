import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which sign-in a job was asked for: one that is ended before the job is begun stops it. */
export class SignInsOfJobs1790000003450 implements MigrationInterface {
  name = 'SignInsOfJobs1790000003450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- when she signed in, as her session says, whatever its token has become since; null: a token asked
      alter table job add column signed_in_at timestamptz check (signed_in_at is null or token_id is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table job drop column signed_in_at;`);
  }
}
