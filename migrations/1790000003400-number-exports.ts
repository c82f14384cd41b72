import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who took files with whole numbers of many people: accounts for the bank, NIK for the tax office. Written before a
 * file is given, so nothing was ever taken that does not stand here.
 */
export class NumberExports1790000003400 implements MigrationInterface {
  name = 'NumberExports1790000003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table number_export (
        id int generated always as identity primary key,
        what text not null check (what in ('bank-file', 'bp21')),
        paying_body_id int not null references paying_body,
        request_id int references payment_request, -- whose bank file it is
        period char(7) check (period ~ '^\\d{4}-(0[1-9]|1[0-2])$'), -- of which month the slips are
        row_count int not null check (row_count >= 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        taken_by int references app_user, -- null: the command line of the server, by nobody's name
        taken_at timestamptz not null,
        address text not null,
        agent text not null,
        check ((what = 'bank-file') = (request_id is not null)),
        check ((what = 'bp21') = (period is not null))
      );
      create index number_export_by_payer on number_export (paying_body_id, id);
      create trigger number_export_append_only before update or delete on number_export
        for each row execute function refuse_change();
      create trigger number_export_not_truncated before truncate on number_export
        for each statement execute function refuse_change();
      alter table number_export enable row level security;
      create policy seen_in_scope on number_export for select to honor_reader
        using (paying_body_id in (select seen_payers()));
      grant select on number_export to honor_reader;
      grant select, insert on number_export to honor_app;
      select audit.watch('number_export');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table number_export');
  }
}
