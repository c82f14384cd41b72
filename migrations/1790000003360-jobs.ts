import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Long work that somebody asked for over HTTP and follows by its number. A process that carries a job out holds an
 * advisory lock of its number on a connection: when the process dies the lock is free at once, and another one goes
 * on. Nothing here guesses by a clock whether somebody still works.
 */
export class Jobs1790000003360 implements MigrationInterface {
  name = 'Jobs1790000003360';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table job (
        id int generated always as identity primary key,
        kind text not null check (kind ~ '^[a-z][a-z-]{1,39}$'),
        user_id int not null references app_user,
        -- how she had signed in when she asked: the job may do no more than that
        has_second_factor boolean not null,
        only_operations text[],
        -- of user, Idempotency-Key and content: asked again, the same job is answered
        asked_as bytea not null unique check (octet_length(asked_as) = 32),
        wish bytea not null, -- sealed: it may name people
        state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
        attempts int not null default 0 check (attempts >= 0), -- how often it was begun
        asked_at timestamptz not null,
        started_at timestamptz, -- for the last time
        ended_at timestamptz,
        outcome bytea, -- sealed: the answer, or what stood in the way
        check ((attempts = 0) = (state in ('queued', 'cancelled'))),
        check ((attempts = 0) = (started_at is null)),
        check ((ended_at is null) = (state in ('queued', 'running'))),
        check ((outcome is null) = (state in ('queued', 'running', 'cancelled')))
      );
      create index job_open on job (id) where state in ('queued', 'running');
      create index job_of_user on job (user_id, id);

      -- What came with the wish, and what was made: in pieces, each sealed.
      create table job_file (
        job_id int not null references job on delete cascade,
        part text not null check (part in ('given', 'made')),
        position int not null check (position >= 0),
        content bytea not null,
        primary key (job_id, part, position)
      );

      create function guard_job() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
      begin
        if old.state in ('done', 'failed', 'cancelled') then
          raise exception 'job % has ended', old.id using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;
      revoke execute on function guard_job() from public;
      create trigger job_ends_once before update of state, attempts on job for each row execute function guard_job();

      grant select, insert, delete, update (state, attempts, started_at, ended_at, wish, outcome) on job to honor_app;
      grant select, insert, delete, update (content) on job_file to honor_app;
      alter table idempotent_request add column location text;
      grant update (location) on idempotent_request to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table idempotent_request drop column location;
      drop table job_file, job;
      drop function guard_job();
    `);
  }
}
