import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever reads the audit trail is shown what she may see of the tables it is about: a recorded row is hers as long as
 * the row itself is. What no region has (users, sessions, roles, keys) is for those who read for a kabupaten or more, and
 * for those who keep the installation. The chain is verified whole, by nobody as `honor_reader`.
 *
 * A later migration that makes a table which is audited calls `audit.show_as_its_tables()` after its grants.
 */
export class ReadTheTrailInPart1790000003500 implements MigrationInterface {
  name = 'ReadTheTrailInPart1790000003500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(readers);
    await runner.query(lookups);
    await runner.query(showing);
    await runner.query(`
      grant usage on schema audit to honor_reader;
      grant select on audit.act, audit.change, audit.changed_row to honor_reader;
      alter table audit.changed_row enable row level security;
      select audit.show_as_its_tables();

      -- What was only counted has no rows: it is shown with the rest of what was done.
      alter table audit.change enable row level security;
      create policy seen_in_scope on audit.change for select to honor_reader using (
        exists (select from audit.changed_row kept where kept.change_id = change.id)
        or not exists (select from audit.rows_of(change.id)) and (
          (select audit.reads_widely())
          or exists (select from audit.changed_row kept
                     where kept.change_id in (select audit.changes_of(change.act_id)))));

      alter table audit.act enable row level security;
      create policy seen_in_scope on audit.act for select to honor_reader using (
        exists (select from audit.change done where done.act_id = act.id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy seen_in_scope on audit.act;
      drop policy seen_in_scope on audit.change;
      drop policy seen_in_scope on audit.changed_row;
      alter table audit.act disable row level security;
      alter table audit.change disable row level security;
      alter table audit.changed_row disable row level security;
      revoke select on audit.act, audit.change, audit.changed_row from honor_reader;
      revoke usage on schema audit from honor_reader;
      drop function audit.show_as_its_tables();
      drop function audit.payer_condition(regclass);
      drop function audit.row_condition(regclass);
      drop function audit.is_gone(text);
      drop function audit.changes_of(int);
      drop function audit.rows_of(int);
      drop function audit.reads_widely();
      drop function audit.reads_kabupaten();
    `);
  }
}

// A kabupaten is 13.10, a province 13.
const readers = `
  create function audit.reads_kabupaten() returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from scope_list('regions') region where length(region) <= 5)
  $$;

  create function audit.reads_widely() returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select current_setting('honor.installation', true) = 'true' or audit.reads_kabupaten()
  $$;

  revoke execute on function audit.reads_kabupaten(), audit.reads_widely() from public;
  grant execute on function audit.reads_kabupaten(), audit.reads_widely() to honor_reader;
`;

// They look past the policies, and answer only whether something is there, or how it is numbered.
const lookups = `
  create function audit.changes_of(act int) returns setof int language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$ select id from audit.change where act_id = act $$;

  create function audit.rows_of(change int) returns setof int language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$ select number from audit.changed_row where change_id = change $$;

  -- How the row of this table is found by the key that stands in the name of its object.
  create function audit.row_condition(target regclass) returns text language sql stable
    set search_path = pg_catalog, pg_temp as $$
    select string_agg(format('it.%I = split_part(substr(changed_row.object, strpos(changed_row.object, '':'') + 1), ''/'', %s)::%s',
             attname, place, format_type(atttypid, atttypmod)), ' and ' order by place)
      from pg_index cross join unnest(indkey::int[]) with ordinality as part(number, place)
      join pg_attribute on attrelid = indrelid and attnum = part.number
     where indrelid = target and indisprimary
  $$;

  create function audit.is_gone(object text) returns boolean language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp as $$
  declare
    named text := split_part(object, ':', 1);
    target regclass := to_regclass(case when named like '%.%' then named else 'public.' || named end);
    is_there boolean;
  begin
    if target is null or not exists (
      select from pg_trigger where tgrelid = target and tgfoid = 'audit.record'::regproc) then return true; end if;
    execute format('select exists (select from %s it where %s)', target,
      replace(audit.row_condition(target), 'changed_row.object', '$1')) into is_there using object;
    return not is_there;
  end $$;

  revoke execute on function audit.changes_of(int), audit.rows_of(int), audit.is_gone(text), audit.row_condition(regclass)
    from public;
  grant execute on function audit.changes_of(int), audit.rows_of(int), audit.is_gone(text) to honor_reader;
`;

// One branch a table, by what honor_reader may see of it: all rows, those of her scopes, or none. Budgets are public,
// and who moved them for which request is the business of their payer.
const showing = `
  create function audit.payer_condition(target regclass) returns text language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select case when target = 'paying_body'::regclass then 'it.id in (select seen_payers())'
      else (select case attname when 'paying_body_id' then 'it.paying_body_id in (select seen_payers())'
                     else 'it.funding_source_id in (select id from funding_source where paying_body_id in (select seen_payers()))' end
              from pg_attribute where attrelid = target and not attisdropped
               and attname in ('paying_body_id', 'funding_source_id') order by attname desc limit 1) end
  $$;

  create function audit.show_as_its_tables() returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
  declare branches text;
  begin
    select string_agg(format('when %L then %s', case nspname when 'public' then '' else nspname || '.' end || relname,
             case when not has_table_privilege('honor_reader', watched.oid, 'select') then '(select audit.reads_widely())'
               when not relrowsecurity and of_payer is null then 'true'
               else format('exists (select from %s it where %s)', watched.oid::regclass,
                 concat_ws(' and ', audit.row_condition(watched.oid), case when not relrowsecurity then of_payer end)) end),
             ' ' order by nspname, relname)
      into branches
      from pg_class watched join pg_namespace on pg_namespace.oid = relnamespace
      cross join audit.payer_condition(watched.oid) as of_payer
     where exists (select from pg_trigger where tgrelid = watched.oid and tgfoid = 'audit.record'::regproc);
    drop policy if exists seen_in_scope on audit.changed_row;
    execute format('create policy seen_in_scope on audit.changed_row for select to honor_reader using (
      case split_part(object, '':'', 1) %s end
      -- A row that is gone was where its kader is.
      or case when case when kader_id is null then (select audit.reads_kabupaten())
             else exists (select from kader her where her.id = changed_row.kader_id) end
           then audit.is_gone(object) else false end)', branches);
  end $$;
  revoke execute on function audit.show_as_its_tables(), audit.payer_condition(regclass) from public;
`;
