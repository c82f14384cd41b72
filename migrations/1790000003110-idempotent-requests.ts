import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was already answered under an Idempotency-Key, so that asking again answers the same and does nothing. */
export class IdempotentRequests1790000003110 implements MigrationInterface {
  name = 'IdempotentRequests1790000003110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table idempotent_request (
        user_id int not null references app_user,
        key text not null check (key ~ '^[A-Za-z0-9_-]{8,80}$'),
        -- of method, address and body: the same key for something else is refused
        request_hash bytea not null check (octet_length(request_hash) = 32),
        started_at timestamptz not null,
        status int check (status between 200 and 299),
        -- sealed: answers hold links, account numbers and names
        answer bytea,
        primary key (user_id, key),
        check ((status is null) = (answer is null))
      );
      create index idempotent_request_by_age on idempotent_request (started_at);
      grant select, insert, delete, update (started_at, status, answer) on idempotent_request to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotent_request;`);
  }
}
