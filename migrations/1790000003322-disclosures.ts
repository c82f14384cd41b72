import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was shown the full numbers of a person, or given all that is kept of her, and why: written before they are. */
export class Disclosures1790000003322 implements MigrationInterface {
  name = 'Disclosures1790000003322';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table disclosure (
        id int generated always as identity primary key,
        kader_id int not null references kader,
        what text not null check (what in ('nik', 'account', 'data-pack')),
        reason text not null check (btrim(reason) <> ''),
        disclosed_by int not null references app_user,
        disclosed_at timestamptz not null,
        address text not null,
        agent text not null
      );
      create index disclosure_by_kader on disclosure (kader_id, id);
      create trigger disclosure_append_only before update or delete on disclosure
        for each row execute function refuse_change();
      create trigger disclosure_not_truncated before truncate on disclosure
        for each statement execute function refuse_change();
      alter table disclosure enable row level security;
      create policy seen_in_scope on disclosure for select to honor_reader using (kader_id in (select seen_kader()));
      grant select on disclosure to honor_reader;
      grant select, insert on disclosure to honor_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disclosure');
  }
}
