import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Heirs: to whom goes what a kader earned until she died. Recorded with proof by one person, confirmed by another,
 * replaced by a newer record and never changed; the database pays nobody else for the dead.
 */
export class Heirs1790000001600 implements MigrationInterface {
  name = 'Heirs1790000001600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [heirs, confirmations, accounts, payments, grants])
      await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger request_heir_hands on payment_request;
      drop trigger disbursement_to_heir_prepared on disbursement;
      drop trigger disbursement_to_heir_released on disbursement;
      drop trigger bank_account_of_heir on bank_account;
      drop trigger bank_account_heir_fixed on bank_account;
      drop function guard_heir_hands(); drop function guard_heir_disbursement(); drop function guard_heir_account();
      alter table bank_account drop constraint bank_account_of_one_kader;
      drop view current_heir;
      alter table bank_account drop column heir_id;
      alter table bank_account add constraint bank_account_of_one_kader exclude using gist
        (bank_code with =, account_number with =, kader_id with <>) where (superseded_at is null);
      drop table heir_confirmation, heir;
      drop function guard_heir_confirmation(); drop function guard_heir();`);
  }
}

const heirs = `
  -- The last record of a kader counts. The account is the heir's own; it is paid to once the record is confirmed.
  create table heir (
    id int generated always as identity primary key,
    kader_id int not null references kader,
    name text not null check (btrim(name) <> ''),
    relation text not null check (btrim(relation) <> ''),
    nik char(16) check (nik ~ '^\\d{16}$'),
    died_on date not null, -- as the proof states it
    proof_kind text not null check (btrim(proof_kind) <> ''),
    proof_number text not null check (btrim(proof_number) <> ''),
    proof_date date not null,
    proof_issuer text not null check (btrim(proof_issuer) <> ''),
    proof_sha256 char(64) check (proof_sha256 ~ '^[0-9a-f]{64}$'),
    bank_code char(3) not null check (bank_code ~ '^\\d{3}$'),
    account_number text not null check (account_number ~ '^\\d{5,20}$'),
    account_name text not null check (btrim(account_name) <> ''),
    recorded_by int not null references app_user,
    recorded_at timestamptz not null,
    constraint heir_proof_after_death check (proof_date >= died_on)
  );
  create index heir_by_kader on heir (kader_id, id);

  create function guard_heir() returns trigger language plpgsql
    set search_path = pg_catalog, public, ledger, pg_temp as $$
  declare dead kader;
  begin
    select * into dead from kader where id = new.kader_id for no key update;
    if dead.deceased_on is distinct from new.died_on or dead.nik = new.nik then
      raise exception 'an heir is another person, of a kader who died on the day the proof states'
        using errcode = '23514', constraint = 'heir_of_the_dead';
    end if;
    if exists (select from bank_account where kader_id = new.kader_id and heir_id is null
        and (bank_code, account_number) = (new.bank_code, new.account_number)) then
      raise exception 'the account of the dead is not the account of her heir'
        using errcode = '23514', constraint = 'heir_has_her_own_account';
    end if;
    return new;
  end $$;
  create trigger heir_of_the_dead before insert on heir for each row execute function guard_heir();
  create trigger heir_append_only before update or delete on heir for each row execute function refuse_change();
  create trigger heir_not_truncated before truncate on heir for each statement execute function refuse_change();
`;

const confirmations = `
  create table heir_confirmation (
    heir_id int primary key references heir,
    confirmed_by int not null references app_user,
    confirmed_at timestamptz not null
  );

  create function guard_heir_confirmation() returns trigger language plpgsql
    set search_path = pg_catalog, public, ledger, pg_temp as $$
  declare recorded heir;
  begin
    select * into recorded from heir where id = new.heir_id;
    perform from kader where id = recorded.kader_id for no key update;
    if recorded.recorded_by = new.confirmed_by then
      raise exception 'heir % is confirmed by another person than who recorded it', new.heir_id
        using errcode = '23514', constraint = 'heir_confirmed_by_another';
    end if;
    if exists (select from heir where kader_id = recorded.kader_id and id > recorded.id) then
      raise exception 'heir % was replaced by a newer record', new.heir_id
        using errcode = '23514', constraint = 'heir_confirmed_is_last';
    end if;
    return new;
  end $$;
  create trigger heir_confirmed_by_another before insert on heir_confirmation
    for each row execute function guard_heir_confirmation();
  create trigger heir_confirmation_append_only before update or delete on heir_confirmation
    for each row execute function refuse_change();
  create trigger heir_confirmation_not_truncated before truncate on heir_confirmation
    for each statement execute function refuse_change();

  -- The record that counts, and whether her money may go to that heir: confirmed, and of the death the roster knows.
  create view current_heir as
    select distinct on (heir.kader_id) heir.*, confirmed_by, confirmed_at,
           confirmed_by is not null and heir.died_on is not distinct from kader.deceased_on as in_force
    from heir join kader on kader.id = heir.kader_id left join heir_confirmation on heir_id = heir.id
    order by heir.kader_id, heir.id desc;
`;

const accounts = `
  alter table bank_account add column heir_id int references heir;
  create index bank_account_of_heir_by_number on bank_account (bank_code, account_number) where heir_id is not null;
  -- One may be heir of two, or a kader herself: what accounts of heirs may share, the guard below says.
  alter table bank_account drop constraint bank_account_of_one_kader;
  alter table bank_account add constraint bank_account_of_one_kader exclude using gist
    (bank_code with =, account_number with =, kader_id with <>) where (superseded_at is null and heir_id is null);

  -- An account of an heir is what her confirmed record says, by who recorded it; nobody else has it, except that
  -- one person may be a kader herself, or the heir of several.
  create function guard_heir_account() returns trigger language plpgsql
    set search_path = pg_catalog, public, ledger, pg_temp as $$
  begin
    if exists (
      select from new_rows account where heir_id is not null and not exists (
        select from current_heir heir where heir.id = account.heir_id and confirmed_by is not null
          and (heir.kader_id, heir.bank_code, heir.account_number, heir.account_name, heir.recorded_by)
            = (account.kader_id, account.bank_code, account.account_number, account.account_name, account.recorded_by))) then
      raise exception 'an account of an heir is what a confirmed record says' using errcode = '23514', constraint = 'account_of_confirmed_heir';
    end if;
    if exists (
      select from new_rows account
      join bank_account other on (other.bank_code, other.account_number) = (account.bank_code, account.account_number)
        and other.superseded_at is null and other.heir_id is not null and other.kader_id <> account.kader_id
      join heir on heir.id = other.heir_id
      left join heir own on own.id = account.heir_id join kader on kader.id = account.kader_id
      where heir.nik is distinct from case when own.id is null then kader.nik else own.nik end or heir.nik is null)
    or exists (
      select from new_rows account join heir on heir.id = account.heir_id
      join bank_account other on (other.bank_code, other.account_number) = (account.bank_code, account.account_number)
        and other.superseded_at is null and other.heir_id is null and other.kader_id <> account.kader_id
      join kader on kader.id = other.kader_id
      where heir.nik is distinct from kader.nik) then
      raise exception 'the account of an heir is somebody else''s' using errcode = '23514', constraint = 'account_of_heir_alone';
    end if;
    return null;
  end $$;
  create trigger bank_account_of_heir after insert on bank_account
    referencing new table as new_rows for each statement execute function guard_heir_account();
  create trigger bank_account_heir_fixed before update of heir_id on bank_account
    for each row execute function refuse_change();
`;

const payments = `
  -- Whoever died is paid only to the account of her heir in force, whoever lives never to one of an heir. Once the
  -- money has left, the bank's answer is recorded whatever became known since. And nobody is paid to the account of
  -- somebody else, nor to one that is not in force.
  create function guard_heir_disbursement() returns trigger language plpgsql
    set search_path = pg_catalog, public, ledger, pg_temp as $$
  begin
    if exists (
      select from new_rows paid join kader on kader.id = paid.kader_id
      join bank_account account on account.id = paid.bank_account_id
      where paid.state in ('prepared', 'released')
        and (account.heir_id is not null or kader.deceased_on is not null)
        and not (kader.deceased_on is not null and account.kader_id = paid.kader_id and exists (
          select from current_heir heir where heir.id = account.heir_id and heir.kader_id = paid.kader_id and in_force))) then
      raise exception 'what the dead earned is paid to the account of a confirmed heir, and nobody else is paid there'
        using errcode = '23514', constraint = 'disbursement_to_heir';
    end if;
    if exists (
      select from new_rows paid join bank_account account on account.id = paid.bank_account_id
      where paid.state in ('prepared', 'released') and (account.kader_id <> paid.kader_id
        or account.superseded_at is not null or (account.replaces_id is not null and account.confirmed_by is null))) then
      raise exception 'a kader is paid to her own account in force'
        using errcode = '23514', constraint = 'disbursement_to_own_account';
    end if;
    return null;
  end $$;
  create trigger disbursement_to_heir_prepared after insert on disbursement
    referencing new table as new_rows for each statement execute function guard_heir_disbursement();
  create trigger disbursement_to_heir_released after update on disbursement
    referencing new table as new_rows for each statement execute function guard_heir_disbursement();

  -- Whoever recorded an heir does not prepare her first payment either: guard_account_hands sees to the other steps.
  create function guard_heir_hands() returns trigger language plpgsql
    set search_path = pg_catalog, public, ledger, pg_temp as $$
  begin
    if exists (
      select from request_entitlement join entitlement on entitlement.id = entitlement_id
      join honor_line on honor_line.id = honor_line_id
      join bank_account account on account.kader_id = honor_line.kader_id and superseded_at is null
      where request_id = new.id and account.heir_id is not null and account.recorded_by = new.prepared_by
        and not exists (select from disbursement where bank_account_id = account.id and state = 'paid')) then
      raise exception 'payment request %: whoever recorded an heir cannot prepare the payment', new.number
        using errcode = '23514', constraint = 'request_heir_hands';
    end if;
    return new;
  end $$;
  create trigger request_heir_hands before update of state, prepared_by on payment_request
    for each row when (new.state in ('submitted', 'verified', 'approved', 'disbursing'))
    execute function guard_heir_hands();
`;

const grants = `
  grant select, insert on heir to honor_app;
  grant select, insert on heir_confirmation to honor_app;
  grant select on current_heir to honor_app;
  do $$ declare one text; begin
    foreach one in array '{guard_heir,guard_heir_confirmation,guard_heir_account,guard_heir_disbursement,guard_heir_hands}'::text[] loop
      execute format('revoke execute on function %I() from public', one);
    end loop;
  end $$;
`;
