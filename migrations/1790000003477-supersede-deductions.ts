import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asleep } from './asleep.js';

/** A version of a deduction policy takes the place of dated ones of its code on the days it is valid. */
export class SupersedeDeductions1790000003477 implements MigrationInterface {
  name = 'SupersedeDeductions1790000003477';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table deduction_policy
      add supersedes int[] not null default '{}',
      add in_force datemultirange -- its days without those of whatever took its place; kept by triggers`);
    await asleep(runner, 'deduction_policy', async () => {
      await runner.query(
        `update deduction_policy set in_force = datemultirange(daterange(valid_from, valid_to, '[]'))`,
      );
    });
    await runner.query(guards);
  }

  /** Refused while a version was replaced: it would be in force again. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`do $$ begin
      if exists (select from deduction_policy where supersedes <> '{}') then
        raise exception 'a deduction policy was superseded: this cannot be undone';
      end if;
    end $$`);
    await runner.query(undo);
  }
}

const guards = `
  alter table deduction_policy
    alter in_force set not null,
    drop constraint deduction_policy_no_overlap,
    add constraint deduction_policy_no_overlap exclude using gist (code with =, in_force with &&);

  create function place_deduction_policy() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare days datemultirange := datemultirange(daterange(new.valid_from, new.valid_to, '[]'));
  begin
    if exists (select from unnest(new.supersedes) as named where not exists (select from deduction_policy earlier
        where earlier.id = named and earlier.id <> new.id and (earlier.code, earlier.kind) = (new.code, new.kind)
          and earlier.in_force && days)) then
      raise exception 'deduction policy % does not supersede what it names', new.code
        using errcode = '23514', constraint = 'deduction_policy_supersedes_its_like';
    end if;
    update deduction_policy set in_force = in_force - days where id = any (new.supersedes);
    new.in_force := days;
    return new;
  end $$;
  create trigger deduction_policy_placed before insert on deduction_policy
    for each row execute function place_deduction_policy();

  -- Never edited; one that is open is ended, once, by the version that follows it.
  create or replace function guard_deduction_policy() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_op = 'UPDATE' and pg_trigger_depth() > 1
       and to_jsonb(new) - 'in_force' = to_jsonb(old) - 'in_force' then return new; end if;
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
      new.in_force := old.in_force * datemultirange(daterange(null, new.valid_to, '[]'));
      return new;
    end if;
    raise exception 'deduction policy % is append-only', old.id using errcode = '42501';
  end $$;
  revoke execute on function place_deduction_policy(), guard_deduction_policy() from public;
`;

const undo = `
  drop trigger deduction_policy_placed on deduction_policy;
  drop function place_deduction_policy();
  create or replace function guard_deduction_policy() returns trigger language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
  begin
    if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
       and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then return new; end if;
    raise exception 'deduction policy % is append-only', old.id using errcode = '42501';
  end $$;
  revoke execute on function guard_deduction_policy() from public;
  alter table deduction_policy drop constraint deduction_policy_no_overlap, drop column supersedes, drop column in_force;
  alter table deduction_policy add constraint deduction_policy_no_overlap
    exclude using gist (code with =, daterange(valid_from, valid_to, '[]') with &&);
`;
