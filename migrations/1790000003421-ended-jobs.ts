import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the jobs that ended long ago without looking at all of them. */
export class EndedJobs1790000003421 implements MigrationInterface {
  name = 'EndedJobs1790000003421';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index job_ended on job (ended_at) where ended_at is not null;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index job_ended;`);
  }
}
