import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People who act in the system, the regions by Kemendagri code, and the posyandu in them. */
export class CreateUsersAndRegions1790000000100 implements MigrationInterface {
  name = 'CreateUsersAndRegions1790000000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% on %.% is forbidden: it is append-only', tg_op, tg_table_schema, tg_table_name
          using errcode = '42501';
      end $$;

      create table app_user (
        id int generated always as identity primary key,
        username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
        full_name text not null check (btrim(full_name) <> ''),
        position text not null check (btrim(position) <> ''),
        created_at timestamptz not null
      );

      -- Kemendagri codes: 13, 13.10, 13.10.04, 13.10.04.2001. Names repeat between levels; codes never do.
      create table region (
        code text primary key check (code ~ '^\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?$'),
        name text not null check (btrim(name) <> ''),
        parent_code text generated always as (
          case when position('.' in code) = 0 then null else regexp_replace(code, '\\.[0-9]+$', '') end
        ) stored references region
      );

      create table posyandu (
        id int generated always as identity primary key,
        registration_number text not null unique check (registration_number ~ '^\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}\\.\\d{3}$'),
        nagari_code text not null references region,
        name text not null check (btrim(name) <> ''),
        jorong text,
        constraint posyandu_number_names_its_nagari check (left(registration_number, 13) = nagari_code)
      );
      create unique index posyandu_name_once_a_nagari on posyandu (nagari_code, upper(name));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table posyandu, region, app_user; drop function refuse_change();`);
  }
}
