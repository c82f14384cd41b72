import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was calculated: honor lines, their shares by budget line (entitlements), and who got nothing and why. */
export class CreateEntitlements1790000000600 implements MigrationInterface {
  name = 'CreateEntitlements1790000000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [tables, guards]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table honor_exclusion, entitlement, honor_line, calculation;
      drop function guard_entitlement_sum(); drop function guard_calculation_totals(); drop function guard_own_calculation();
    `);
  }
}

const tables = `
  create table calculation (
    id int generated always as identity primary key,
    region_code text not null references region,
    months text[] not null check (cardinality(months) > 0),
    requested_by int not null references app_user,
    calculated_at timestamptz not null,
    line_count int not null check (line_count >= 0),
    entitlement_count int not null check (entitlement_count >= line_count),
    gross bigint not null,
    created_xid xid8 not null default pg_current_xact_id()
  );

  -- amount: of this revision only; revision 0 is the first, later ones are deltas (rapel, also negative)
  create table honor_line (
    id int primary key,
    calculation_id int not null references calculation,
    kader_id int not null references kader,
    service_month char(7) not null check (service_month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
    component text not null,
    revision int not null check (revision >= 0),
    amount bigint not null check (revision > 0 or amount > 0),
    policy_id int not null references honor_policy,
    appointment_id int not null references appointment,
    nagari_code text not null references region,
    reasons jsonb not null,
    constraint honor_once_a_month unique (kader_id, service_month, component, revision)
  );
  create sequence honor_line_id owned by honor_line.id;
  create index honor_line_by_calculation on honor_line (calculation_id);

  create table entitlement (
    id int generated always as identity primary key,
    honor_line_id int not null references honor_line,
    funding_source_id int not null references funding_source,
    amount bigint not null check (amount <> 0),
    unique (honor_line_id, funding_source_id)
  );
  create index entitlement_by_source on entitlement (funding_source_id);

  create table honor_exclusion (
    calculation_id int not null references calculation,
    kader_id int not null references kader,
    service_month char(7) not null,
    component text not null default '', -- empty: the whole month
    code text not null,
    facts jsonb not null,
    primary key (calculation_id, kader_id, service_month, component)
  );
`;

const guards = `
  create trigger honor_line_append_only before update or delete on honor_line for each row execute function refuse_change();
  create trigger entitlement_append_only before update or delete on entitlement for each row execute function refuse_change();
  create trigger calculation_append_only before update or delete on calculation for each row execute function refuse_change();
  create trigger honor_exclusion_append_only before update or delete on honor_exclusion for each row execute function refuse_change();
  create trigger honor_line_not_truncated before truncate on honor_line for each statement execute function refuse_change();
  create trigger entitlement_not_truncated before truncate on entitlement for each statement execute function refuse_change();
  create trigger calculation_not_truncated before truncate on calculation for each statement execute function refuse_change();
  create trigger honor_exclusion_not_truncated before truncate on honor_exclusion for each statement execute function refuse_change();

  -- A calculation is written by one transaction; what was added to it later would escape the check of its totals.
  create function guard_own_calculation() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from new_rows join calculation on calculation.id = calculation_id
               where created_xid <> pg_current_xact_id()) then
      raise exception 'a calculation is written by its own transaction only' using errcode = '42501';
    end if;
    return null;
  end $$;
  create trigger honor_line_with_its_calculation after insert on honor_line
    referencing new table as new_rows for each statement execute function guard_own_calculation();
  create trigger honor_exclusion_with_its_calculation after insert on honor_exclusion
    referencing new table as new_rows for each statement execute function guard_own_calculation();

  -- The shares of a line add up to the line.
  create function guard_entitlement_sum() returns trigger language plpgsql as $$
  declare wrong int;
  begin
    select honor_line.id into wrong
    from honor_line join (
      select honor_line_id, sum(amount) as total from entitlement
      where honor_line_id in (select honor_line_id from new_rows) group by honor_line_id) shares
      on shares.honor_line_id = honor_line.id
    where honor_line.amount <> shares.total limit 1;
    if found then
      raise exception 'the shares of honor line % do not add up to it', wrong using errcode = '23514';
    end if;
    return null;
  end $$;
  create trigger entitlements_sum_to_line after insert on entitlement
    referencing new table as new_rows for each statement execute function guard_entitlement_sum();

  -- At commit a calculation holds exactly the lines and shares it says: no line without shares, nothing lost.
  create function guard_calculation_totals() returns trigger language plpgsql as $$
  declare lines int; line_total numeric; shares int; share_total numeric;
  begin
    select count(*), coalesce(sum(amount), 0) into lines, line_total from honor_line where calculation_id = new.id;
    select count(*), coalesce(sum(entitlement.amount), 0) into shares, share_total
      from entitlement join honor_line on honor_line.id = honor_line_id where calculation_id = new.id;
    if (lines, line_total, shares, share_total) is distinct from
       (new.line_count, new.gross::numeric, new.entitlement_count, new.gross::numeric) then
      raise exception 'calculation % is not whole', new.id using errcode = '23514';
    end if;
    return null;
  end $$;
  create constraint trigger calculation_whole_at_commit after insert on calculation
    deferrable initially deferred for each row execute function guard_calculation_totals();
`;
