import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The end of a fiscal year: what of a ceiling nobody spent lapses, what is owed stays owed, and is paid as debt of an
 * earlier year by a request of a kind of its own, out of a line of a later year that a decree opened for it.
 */
export class YearEnd1790000001800 implements MigrationInterface {
  name = 'YearEnd1790000001800';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, appendOnly, closing, lines, requests, doors])
      await runner.query(statements);
  }

  /** Refused while a year is closed or a debt was requested: what they say would be lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if exists (select 1 from year_closing) or exists (select 1 from payment_request where kind <> 'current') then
        raise exception 'a fiscal year is closed: this cannot be undone';
      end if;
    end $$`);
    await runner.query(undo);
  }
}

const tables = `
  create table year_closing (
    id int generated always as identity primary key,
    paying_body_id int not null references paying_body,
    fiscal_year int not null,
    basis text not null check (btrim(basis) <> ''),
    closed_on date not null,
    closed_by int not null references app_user,
    closed_at timestamptz not null,
    unique (paying_body_id, fiscal_year),
    constraint year_closes_at_its_end check (closed_on >= make_date(fiscal_year, 12, 1))
  );

  -- ceiling and spent as they stood; lapsed: what nobody spent; debt: what the line still owed kader that day
  create table budget_lapse (
    funding_source_id int primary key references funding_source,
    closing_id int not null references year_closing,
    ceiling bigint not null check (ceiling >= 0),
    spent bigint not null check (spent >= 0),
    lapsed bigint not null check (lapsed >= 0),
    debt bigint not null,
    constraint what_is_unspent_lapses check (lapsed = ceiling - spent)
  );
  create index budget_lapse_by_closing on budget_lapse (closing_id);

  -- A line from which debts of earlier years may be paid, and the decree that says so.
  create table prior_year_line (
    funding_source_id int primary key references funding_source,
    basis_number text not null check (btrim(basis_number) <> ''),
    basis_date date not null,
    basis_title text not null check (btrim(basis_title) <> ''),
    marked_by int not null references app_user,
    marked_at timestamptz not null
  );
  grant select, insert on year_closing, budget_lapse, prior_year_line to honor_app;
`;

const appendOnly = ['year_closing', 'budget_lapse', 'prior_year_line']
  .map(
    (table) => `
  create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change();
  create trigger ${table}_not_truncated before truncate on ${table} for each statement execute function refuse_change();`,
  )
  .join('\n');

const closing = `
  -- The line is locked before it is read: a reservation made at this moment comes before, and stops the closing, or
  -- after, and is refused.
  create function guard_budget_lapse() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare line funding_source; year_closed year_closing;
  begin
    select * into line from funding_source where id = new.funding_source_id for no key update;
    select * into year_closed from year_closing where id = new.closing_id;
    if (line.paying_body_id, line.fiscal_year) is distinct from (year_closed.paying_body_id, year_closed.fiscal_year)
       or (line.ceiling, line.spent, line.reserved) is distinct from (new.ceiling, new.spent, 0::bigint) then
      raise exception 'budget line % does not lapse like this', new.funding_source_id
        using errcode = '23514', constraint = 'budget_lapses_as_it_stands';
    end if;
    return new;
  end $$;
  create trigger budget_lapses_as_it_stands before insert on budget_lapse
    for each row execute function guard_budget_lapse();

  -- At commit every line of the payer and the year has lapsed, and none is left over to be spent.
  create function guard_year_closing() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare line int;
  begin
    select source.id into line from funding_source source
      where (source.paying_body_id, source.fiscal_year) = (new.paying_body_id, new.fiscal_year)
        and not exists (select 1 from budget_lapse where funding_source_id = source.id and closing_id = new.id) limit 1;
    if found or not exists (select 1 from budget_lapse where closing_id = new.id) then
      raise exception 'year % of payer % is not closed as a whole', new.fiscal_year, new.paying_body_id
        using errcode = '23514', constraint = 'year_closes_as_a_whole';
    end if;
    return null;
  end $$;
  create constraint trigger year_closes_as_a_whole after insert on year_closing
    deferrable initially deferred for each row execute function guard_year_closing();
`;

const lines = `
  -- After the moves were applied, so that the lines are locked: a closed line is not raised, lowered or bound again. It runs
  -- as the owner: whoever may add a move need not be allowed to read what lapsed.
  create function guard_closed_lines() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare line int;
  begin
    select new_rows.funding_source_id into line from new_rows
      join budget_lapse on budget_lapse.funding_source_id = new_rows.funding_source_id
      where new_rows.kind in ('allot', 'cut', 'reserve', 'release', 'spend') limit 1;
    if found then
      raise exception 'the year of budget line % is closed', line using errcode = '23514', constraint = 'budget_line_is_open';
    end if;
    return null;
  end $$;
  create trigger budget_moves_on_open_lines after insert on budget_move
    referencing new table as new_rows for each statement execute function guard_closed_lines();

  -- The closing locks the payer first, so a line registered at this moment is seen by one of the two.
  create function guard_line_of_open_year() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if exists (select 1 from year_closing
               where (paying_body_id, fiscal_year) = (new.paying_body_id, new.fiscal_year)) then
      raise exception 'year % of payer % is closed', new.fiscal_year, new.paying_body_id
        using errcode = '23514', constraint = 'budget_line_is_open';
    end if;
    return null;
  end $$;
  create trigger funding_source_of_open_year after insert on funding_source
    for each row execute function guard_line_of_open_year();
`;

const requests = `
  alter table funding_source add constraint funding_source_of_payer unique (id, paying_body_id);
  alter table payment_request
    add column kind text not null default 'current' check (kind in ('current', 'prior-year')),
    add column debt_source_id int,
    add column basis_number text,
    add column basis_date date,
    add column basis_title text,
    add constraint prior_year_has_line_and_basis check (case kind
      when 'current' then num_nonnulls(debt_source_id, basis_number, basis_date, basis_title) = 0
      else num_nulls(debt_source_id, basis_number, basis_date, basis_title) = 0
        and btrim(basis_number) <> '' and btrim(basis_title) <> '' end),
    add constraint debt_is_paid_by_its_payer foreign key (debt_source_id, paying_body_id)
      references funding_source (id, paying_body_id);

  -- Which budget a request takes its money from is no detail of it: the kind never changes, nor the basis once signed.
  create function guard_request_kind() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  begin
    if (new.kind, new.debt_source_id) is distinct from (old.kind, old.debt_source_id)
       or (old.state <> 'draft' and (new.basis_number, new.basis_date, new.basis_title)
         is distinct from (old.basis_number, old.basis_date, old.basis_title)) then
      raise exception 'payment request % stays of its kind and basis', old.number using errcode = '42501';
    end if;
    return new;
  end $$;
  create trigger request_kind_frozen before update on payment_request for each row execute function guard_request_kind();

  -- An ordinary request takes nothing from a closed year; one of debts takes only that, of one year, out of a marked
  -- line of a later one that is open.
  create function guard_request_years() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare request payment_request; line funding_source; fault text;
  begin
    select * into request from payment_request where id = new.id;
    if request.state in ('cancelled', 'settled') then return null; end if;
    select * into line from funding_source where id = request.debt_source_id;
    with held as (
      select source.fiscal_year, lapse.funding_source_id is not null as is_closed
      from request_entitlement join entitlement on entitlement.id = entitlement_id
      join funding_source source on source.id = entitlement.funding_source_id
      left join budget_lapse lapse on lapse.funding_source_id = source.id
      where request_id = new.id)
    select case
      when request.kind = 'current' and exists (select 1 from held where is_closed) then 'pays out of a closed year'
      when request.kind = 'current' then null
      when exists (select 1 from held where not is_closed or fiscal_year >= line.fiscal_year)
        then 'pays what is no debt of an earlier year'
      when (select count(distinct left(month, 4)) from unnest(request.months) as month) <> 1
        or exists (select 1 from unnest(request.months) as month where left(month, 4)::int >= line.fiscal_year)
        then 'is not of one earlier year'
      when not exists (select 1 from prior_year_line where funding_source_id = line.id)
        then 'pays debts out of a line that is not marked for it'
      when request.state <> 'disbursing' and exists (select 1 from budget_lapse where funding_source_id = line.id)
        then 'pays debts out of a closed year'
    end into fault;
    if fault is not null then
      raise exception 'payment request % %', request.number, fault
        using errcode = '23514', constraint = 'request_of_its_year';
    end if;
    return null;
  end $$;
  create constraint trigger request_of_its_year after insert or update on payment_request
    deferrable initially deferred for each row execute function guard_request_years();
`;

const triggerFunctions = [
  'guard_budget_lapse',
  'guard_year_closing',
  'guard_closed_lines',
  'guard_line_of_open_year',
  'guard_request_kind',
  'guard_request_years',
] as const;

const doors = triggerFunctions.map((name) => `revoke execute on function ${name}() from public;`).join('\n');

const undo = `
  drop trigger request_of_its_year on payment_request;
  drop trigger request_kind_frozen on payment_request;
  drop trigger funding_source_of_open_year on funding_source;
  drop trigger budget_moves_on_open_lines on budget_move;
  alter table payment_request drop constraint debt_is_paid_by_its_payer, drop constraint prior_year_has_line_and_basis,
    drop column kind, drop column debt_source_id, drop column basis_number, drop column basis_date, drop column basis_title;
  alter table funding_source drop constraint funding_source_of_payer;
  drop table budget_lapse, year_closing, prior_year_line;
${triggerFunctions.map((name) => `  drop function ${name}();`).join('\n')}
`;
