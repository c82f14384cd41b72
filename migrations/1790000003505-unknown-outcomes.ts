import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was begun under a key and whose outcome nobody knows is never begun again; and an answer is kept with what its
 * asker was entitled to, so that it is told again only to whoever still is.
 */
export class UnknownOutcomes1790000003505 implements MigrationInterface {
  name = 'UnknownOutcomes1790000003505';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotent_request
        -- it failed in the middle: something may have been done
        add column given_up_at timestamptz,
        -- a keyed digest; answers of before have none and are told to nobody
        add column standing bytea check (octet_length(standing) = 32),
        add constraint idempotent_request_one_end check (given_up_at is null or status is null);
      grant update (given_up_at) on idempotent_request to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotent_request
        drop constraint idempotent_request_one_end,
        drop column given_up_at,
        drop column standing;
    `);
  }
}
