import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With which token a job was asked for: one that is revoked before the job is begun stops it. */
export class TokensOfJobs1790000003420 implements MigrationInterface {
  name = 'TokensOfJobs1790000003420';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table job add column token_id int references access_token; -- null: she had signed in herself
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table job drop column token_id;`);
  }
}
