import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asleep } from './asleep.js';

/**
 * A version of an honor policy takes the place of others on the days it is valid, and one that nobody was paid by may be
 * taken back. No version is edited for it: which days each is in force follows from what was recorded.
 */
export class SupersedePolicies1790000003475 implements MigrationInterface {
  name = 'SupersedePolicies1790000003475';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await asleep(runner, 'honor_policy', async () => {
      await runner.query(
        `update honor_policy set in_force = datemultirange(daterange(valid_from, valid_to, '[]'))`,
      );
    });
    for (const statements of [constraints, guards, lines, doors]) await runner.query(statements);
  }

  /** Refused while a version was replaced or taken back: it would be in force again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if exists (select from honor_policy where supersedes <> '{}' or withdrawn_at is not null) then
        raise exception 'a policy was superseded or withdrawn: this cannot be undone';
      end if;
    end $$`);
    await runner.query(undo);
  }
}

const columns = `
  -- in_force: the days of the version without those of whatever took its place; kept by triggers
  alter table honor_policy
    add supersedes int[] not null default '{}',
    add in_force datemultirange,
    add withdrawn_by int references app_user,
    add withdrawn_at timestamptz,
    add withdrawal_reason text check (btrim(withdrawal_reason) <> '');
`;

const constraints = `
  alter table honor_policy
    alter in_force set not null,
    add constraint policy_withdrawn_by_somebody check (num_nonnulls(withdrawn_by, withdrawn_at, withdrawal_reason) in (0, 3)),
    add constraint policy_withdrawn_is_not_in_force check (withdrawn_at is null or isempty(in_force)),
    drop constraint policy_not_before_its_decree,
    -- before its own date a decree only changes what another gave, and says that it does
    add constraint policy_not_before_its_decree check (valid_from >= legal_basis_date
      or (supersedes <> '{}' and btrim(coalesce(document #>> '{supersedes,retroactiveClause}', '')) <> '')),
    drop constraint policy_no_overlap,
    add constraint policy_no_overlap exclude using gist (
      scope with =, (coalesce(tops_up, '')) with =, policy_lanes(bidang) with &&, in_force with &&);
`;

const guards = `
  -- A new version takes its days from those it names, which must hold there for the same place and for nobody else.
  create function place_policy() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare days datemultirange := datemultirange(daterange(new.valid_from, new.valid_to, '[]'));
  begin
    if new.withdrawn_at is not null or exists (select from unnest(new.supersedes) as named
        where not exists (select from honor_policy earlier
          where earlier.id = named and earlier.id <> new.id and earlier.scope = new.scope and earlier.tops_up is not distinct from new.tops_up
            and policy_lanes(new.bidang) @> policy_lanes(earlier.bidang) and earlier.in_force && days)) then
      raise exception 'policy % does not supersede what it names', new.code
        using errcode = '23514', constraint = 'policy_supersedes_its_like';
    end if;
    if new.valid_from < new.legal_basis_date and not (
        select coalesce(range_agg(earlier.in_force), '{}') @> daterange(new.valid_from, new.legal_basis_date)
        from honor_policy earlier where earlier.id = any (new.supersedes)) then
      raise exception 'policy % reaches back to days without one', new.code
        using errcode = '23514', constraint = 'policy_not_before_its_decree';
    end if;
    update honor_policy set in_force = in_force - days where id = any (new.supersedes);
    new.in_force := days;
    return new;
  end $$;
  create trigger policy_placed before insert on honor_policy for each row execute function place_policy();

  -- Never edited. Its days follow from later ones; it is taken back once, while nothing rests on it.
  create or replace function guard_policy() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1
       and to_jsonb(new) - 'in_force' = to_jsonb(old) - 'in_force' then return new; end if;
    if tg_op = 'DELETE' or old.withdrawn_at is not null or new.withdrawn_at is null
       or to_jsonb(new) - '{withdrawn_by,withdrawn_at,withdrawal_reason}'::text[]
         <> to_jsonb(old) - '{withdrawn_by,withdrawn_at,withdrawal_reason}'::text[] then
      raise exception 'policy % is append-only', old.id using errcode = '42501';
    end if;
    if exists (select from honor_line where policy_id = old.id or reasons @> jsonb_build_array(
         jsonb_build_object('step', 'policy', 'policy', old.code, 'version', old.version))) then
      raise exception 'policy % is in use', old.id using errcode = '23514', constraint = 'policy_in_use_stays';
    end if;
    if exists (select from honor_policy later where old.id = any (later.supersedes) and later.withdrawn_at is null) then
      raise exception 'policy % is superseded', old.id using errcode = '23514', constraint = 'superseded_policy_stays';
    end if;
    new.in_force := '{}';
    return new;
  end $$;

  -- What it took the place of is in force again, without the days of whatever else took its place.
  create function restore_policies() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    update honor_policy earlier
    set in_force = datemultirange(daterange(earlier.valid_from, earlier.valid_to, '[]')) - coalesce(
      (select range_agg(daterange(later.valid_from, later.valid_to, '[]')) from honor_policy later
       where earlier.id = any (later.supersedes) and later.withdrawn_at is null), '{}')
    where earlier.id = any (new.supersedes);
    return null;
  end $$;
  create trigger policies_restored after update of withdrawn_at on honor_policy
    for each row when (new.withdrawn_at is not null) execute function restore_policies();
`;

const lines = `
  -- Locked, so that no version is taken back while a calculation by it is under way.
  create function guard_line_policy() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform from honor_policy where id in (select policy_id from new_rows) order by id for share;
    if exists (select from honor_policy where id in (select policy_id from new_rows) and withdrawn_at is not null) then
      raise exception 'a withdrawn policy pays nobody' using errcode = '23514', constraint = 'line_of_standing_policy';
    end if;
    return null;
  end $$;
  create trigger line_of_standing_policy after insert on honor_line
    referencing new table as new_rows for each statement execute function guard_line_policy();
`;

const doors = `
  revoke execute on function place_policy(), restore_policies(), guard_line_policy(), guard_policy() from public;
  revoke update (valid_to) on honor_policy from honor_app;
  grant update (withdrawn_by, withdrawn_at, withdrawal_reason) on honor_policy to honor_app;
`;

const undo = `
  drop trigger line_of_standing_policy on honor_line;
  drop trigger policies_restored on honor_policy;
  drop trigger policy_placed on honor_policy;
  drop function guard_line_policy(); drop function restore_policies(); drop function place_policy();
  create or replace function guard_policy() returns trigger language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then return new; end if;
    raise exception 'policy % is append-only', old.id using errcode = '42501';
  end $$;
  revoke execute on function guard_policy() from public;
  alter table honor_policy drop constraint policy_no_overlap, drop constraint policy_not_before_its_decree,
    drop constraint policy_withdrawn_by_somebody, drop constraint policy_withdrawn_is_not_in_force,
    drop column supersedes, drop column in_force, drop column withdrawn_by, drop column withdrawn_at, drop column withdrawal_reason;
  alter table honor_policy
    add constraint policy_not_before_its_decree check (valid_from >= legal_basis_date),
    add constraint policy_no_overlap exclude using gist (
      scope with =, (coalesce(tops_up, '')) with =, policy_lanes(bidang) with &&, daterange(valid_from, valid_to, '[]') with &&);
  grant update (valid_to) on honor_policy to honor_app;
`;
