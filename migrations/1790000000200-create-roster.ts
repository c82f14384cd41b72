import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The roster: kader, the appointments (SK) that make them payable, and their dated bank accounts. */
export class CreateRoster1790000000200 implements MigrationInterface {
  name = 'CreateRoster1790000000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [people, accounts, changes]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table roster_change, bank_account, appointment, kader, roster_import;
      drop function guard_bank_account();`);
  }
}

const people = `
  create extension if not exists btree_gist;

  create table roster_import (
    id int generated always as identity primary key,
    kind text not null check (kind in ('roster', 'activity', 'posyandu')),
    file_name text not null,
    file_sha256 char(64) not null,
    imported_by int not null references app_user,
    imported_at timestamptz not null,
    counts jsonb not null
  );

  create table kader (
    id int generated always as identity primary key,
    nik char(16) not null unique check (nik ~ '^\\d{16}$'),
    name text not null check (btrim(name) <> ''),
    birth_date date not null,
    sex char(1) not null check (sex in ('L', 'P')),
    nagari_code text not null references region,
    jorong text,
    phone text,
    deceased_on date,
    import_id int not null references roster_import
  );
  create index kader_by_nagari on kader (nagari_code);

  create table appointment (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    posyandu_id int not null references posyandu,
    role text not null check (role in ('ketua', 'sekretaris', 'bendahara', 'ketua-bidang', 'kader')),
    bidang text not null check (bidang in ('kesehatan', 'pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial')),
    tier text check (tier in ('purwa', 'madya', 'utama')),
    sk_number text not null check (btrim(sk_number) <> ''),
    sk_date date not null,
    valid_from date not null,
    sk_valid_to date,
    ended_on date,
    end_reason text check (end_reason in ('meninggal', 'mengundurkan-diri', 'diberhentikan', 'pindah', 'masa-bakti-habis', 'diganti-sk')),
    active daterange not null generated always as (daterange(valid_from, least(sk_valid_to, ended_on), '[]')) stored,
    import_id int not null references roster_import,
    check (sk_valid_to >= valid_from),
    check (ended_on >= valid_from),
    check ((ended_on is null) = (end_reason is null)),
    unique (kader_id, sk_number, valid_from),
    constraint appointment_no_overlap exclude using gist (kader_id with =, active with &&)
  );
  create index appointment_by_posyandu on appointment (posyandu_id);
`;

const accounts = `
  -- A first account has replaces_id null. A change waits (pending) until a second person confirms it;
  -- until then the account it replaces stays in force.
  create table bank_account (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    bank_code char(3) not null check (bank_code ~ '^\\d{3}$'),
    account_number text not null check (account_number ~ '^\\d{5,20}$'),
    account_name text not null check (btrim(account_name) <> ''),
    replaces_id int references bank_account,
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    confirmed_by int references app_user,
    confirmed_at timestamptz,
    superseded_at timestamptz,
    constraint account_change_needs_second_person check (confirmed_by <> recorded_by),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (replaces_id is not null or confirmed_by is null),
    -- Two live rows of one account are the same kader's: one in force, and a change of its name that waits.
    constraint bank_account_of_one_kader exclude using gist
      (bank_code with =, account_number with =, kader_id with <>) where (superseded_at is null)
  );
  -- A change that was never confirmed may be overtaken by another that replaces the same account.
  create unique index bank_account_replaced_once on bank_account (replaces_id) where superseded_at is null;
  create unique index bank_account_in_force_once on bank_account (kader_id)
    where superseded_at is null and (replaces_id is null or confirmed_by is not null);
  create unique index bank_account_pending_once on bank_account (kader_id)
    where superseded_at is null and replaces_id is not null and confirmed_by is null;

  -- Released requests are paid from these rows, so what they say is never changed, only confirmed or superseded, once.
  create function guard_bank_account() returns trigger language plpgsql as $$
  begin
    if (new.id, new.kader_id, new.bank_code, new.account_number, new.account_name, new.replaces_id, new.recorded_by, new.recorded_at)
         is distinct from
       (old.id, old.kader_id, old.bank_code, old.account_number, old.account_name, old.replaces_id, old.recorded_by, old.recorded_at)
       or (old.confirmed_by is not null and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at))
       or (old.superseded_at is not null and new.superseded_at is distinct from old.superseded_at) then
      raise exception 'bank account % is never changed: record another that replaces it', old.id using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger bank_account_guarded before update on bank_account for each row execute function guard_bank_account();
  create trigger bank_account_not_deleted before delete on bank_account for each row execute function refuse_change();
  create trigger bank_account_not_truncated before truncate on bank_account
    for each statement execute function refuse_change();
`;

const changes = `
  create table roster_change (
    id int generated always as identity primary key,
    import_id int not null references roster_import,
    kader_id int not null references kader,
    field text not null,
    before text,
    after text
  );
  create trigger roster_change_append_only before update or delete on roster_change
    for each row execute function refuse_change();
  create trigger roster_change_not_truncated before truncate on roster_change
    for each statement execute function refuse_change();
`;
