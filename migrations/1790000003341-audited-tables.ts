import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every change of the tables below is recorded, whoever makes it. Triggers do it, so that no service can forget to,
 * and neither can whoever changes a table by hand. A later migration that makes a table, or renames a column that is
 * hidden, calls `audit.watch` for it.
 */
export class AuditedTables1790000003341 implements MigrationInterface {
  name = 'AuditedTables1790000003341';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(recording);
    await runner.query(watching);
    for (const [table, { hidden = [], ignored = [], isCounted = false }] of Object.entries(watched)) {
      await runner.query(
        `select audit.watch('${table}', '{${hidden.join()}}', '{${ignored.join()}}', ${String(isCounted)})`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ declare watched regclass; begin
        for watched in select distinct tgrelid::regclass from pg_trigger where tgname = 'audit_truncate' loop
          perform audit.unwatch(watched);
        end loop;
      end $$;
      drop function audit.watch(regclass, text[], text[], boolean);
      drop function audit.unwatch(regclass);
      drop function audit.record();
    `);
  }
}

/** What of a statement's rows is kept, by the rows as they were and are. */
const keep = (rows: string) => `
      with whole as materialized (${rows}),
      salted as materialized (
        select row_number() over () as number, gen_random_uuid() as salt, content::text as content,
               (whole ->> case target when 'kader' then 'id' else 'kader_id' end)::int as kader,
               target || ':' || case when cardinality(keys) = 1 then whole ->> keys[1]
                 else (select string_agg(whole ->> key, '/' order by place) from unnest(keys) with ordinality as part(key, place))
               end as object
        from whole),
      kept as (
        insert into audit.changed_row (change_id, number, object, kader_id, salt, content, content_hash)
        select this, number, object, kader, salt, content, sha256(uuid_send(salt) || convert_to(content, 'UTF8')) from salted
        returning number, object, kader_id, content_hash)
      select count(*), sha256('\\x1201' || coalesce(string_agg(
               int4send(number) || sha256(convert_to(object, 'UTF8')) || int4send(coalesce(kader_id, 0)) || content_hash, ''::bytea order by number), ''))
        into total, digest from kept;`;

/** A row that came or went: all of it, and which hidden columns hold something. */
const wholeRows = (table: string, when: string) => `
        select image as whole, jsonb_build_object('${when}', image - hidden, 'hidden', coalesce(
                 (select jsonb_agg(name) from unnest(hidden) name where image -> name <> 'null'), '[]')) as content
        from (select to_jsonb(it) as image from ${table} it offset 0) it`;

/** What changed of each row; a row of which nothing but ignored columns changed is none. */
const changedRows = `
        select coalesce(now_row, old_row) as whole,
               case when old_row is null then jsonb_build_object('after', now_row - hidden, 'hidden', '[]'::jsonb)
                    when now_row is null then jsonb_build_object('before', old_row - hidden, 'hidden', '[]'::jsonb)
                    else jsonb_build_object('before', before, 'after', after, 'hidden', changed_hidden) end as content
        from (select image as old_row, case when cardinality(keys) = 1 then image ->> keys[1]
                else (select jsonb_agg(image -> key order by place)::text from unnest(keys) with ordinality as part(key, place)) end as key
              from (select to_jsonb(it) as image from old_rows it offset 0) it) old_image
        full join
             (select image as now_row, case when cardinality(keys) = 1 then image ->> keys[1]
                else (select jsonb_agg(image -> key order by place)::text from unnest(keys) with ordinality as part(key, place)) end as key
              from (select to_jsonb(it) as image from new_rows it offset 0) it) new_image
          on old_image.key = new_image.key
        cross join lateral (
          select coalesce(jsonb_object_agg(name, old_row -> name) filter (where name <> all(hidden)), '{}') as before,
                 coalesce(jsonb_object_agg(name, value) filter (where name <> all(hidden)), '{}') as after,
                 coalesce(jsonb_agg(name order by name) filter (where name = any(hidden)), '[]') as changed_hidden,
                 count(*) as changed
          from jsonb_each(coalesce(now_row, old_row)) as one(name, value)
          where name <> all(ignored) and value is distinct from old_row -> name) difference
        where changed > 0 or old_row is null or now_row is null`;

// Above so many rows of one statement they are only counted: content is kept for people to read.
const recording = `
  create function audit.record() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
  declare
    target text := case when tg_table_schema = 'public' then '' else tg_table_schema || '.' end || tg_table_name;
    keys text[] := tg_argv[0];
    hidden text[] := tg_argv[1];
    ignored text[] := tg_argv[2];
    only_counted boolean := tg_argv[3]::boolean and tg_op = 'INSERT' or tg_op = 'TRUNCATE';
    this int;
    total int := 0;
    digest bytea := sha256('\\x1201');
  begin
    if tg_op in ('INSERT', 'UPDATE') then select count(*) into total from new_rows;
    elsif tg_op = 'DELETE' then select count(*) into total from old_rows;
    end if;
    if total = 0 and tg_op <> 'TRUNCATE' then return null; end if;
    only_counted := only_counted or total > 10000;
    this := nextval('audit.change_id_seq');
    if only_counted then null;
    elsif tg_op = 'INSERT' then ${keep(wholeRows('new_rows', 'after'))}
    elsif tg_op = 'DELETE' then ${keep(wholeRows('old_rows', 'before'))}
    else ${keep(changedRows)}
      if total = 0 then return null; end if;
    end if;
    perform audit.add_change(this, target, lower(tg_op), total, only_counted, digest);
    return null;
  end $$;
  revoke execute on function audit.record() from public;
`;

// They fire always: also for a session that says it only replicates.
const watching = `
  create function audit.unwatch(target regclass) returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare event text;
  begin
    foreach event in array '{insert,update,delete,truncate}'::text[] loop
      execute format('drop trigger if exists audit_%s on %s', event, target);
    end loop;
  end $$;

  create function audit.watch(target regclass, hidden text[] default '{}', ignored text[] default '{}', is_counted boolean default false)
    returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
  declare keys text[]; arguments text; event text; unknown text;
  begin
    select array_agg(attname::text order by place) into keys
      from pg_index cross join unnest(indkey::int[]) with ordinality as part(number, place)
      join pg_attribute on attrelid = indrelid and attnum = part.number
      where indrelid = target and indisprimary;
    if keys is null then raise exception '% has no primary key to be audited by', target; end if;
    select name into unknown from unnest(hidden || ignored) name
      where not exists (select from pg_attribute where attrelid = target and attname = name and not attisdropped);
    if unknown is not null then raise exception '% has no column %', target, unknown; end if;
    perform audit.unwatch(target);
    arguments := format('%L, %L, %L, %L', keys, hidden, ignored, is_counted);
    execute format('create trigger audit_insert after insert on %s referencing new table as new_rows
      for each statement execute function audit.record(%s)', target, arguments);
    execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows
      for each statement execute function audit.record(%s)', target, arguments);
    execute format('create trigger audit_delete after delete on %s referencing old table as old_rows
      for each statement execute function audit.record(%s)', target, arguments);
    execute format('create trigger audit_truncate after truncate on %s for each statement execute function audit.record(%s)',
      target, arguments);
    foreach event in array '{insert,update,delete,truncate}'::text[] loop
      execute format('alter table %s enable always trigger audit_%s', target, event);
    end loop;
  end $$;
  revoke execute on function audit.unwatch(regclass), audit.watch(regclass, text[], text[], boolean) from public;
`;

interface Watch {
  /** Columns that are never copied, only named when they change. */
  readonly hidden?: readonly string[];
  /** Columns whose change alone is none. */
  readonly ignored?: readonly string[];
  /** Its new rows are made by the program and stand for another table's: they are counted. */
  readonly isCounted?: true;
}

/** As src/core/audit/audited-tables.ts says it, which a test holds against the triggers. */
const watched: Readonly<Record<string, Watch>> = {
  access_token: { hidden: ['token_digest'], ignored: ['last_used_at', 'last_used_address'] },
  activity: {},
  activity_attendance: {},
  activity_type: {},
  app_user: {},
  appointment: {},
  approval_band: {},
  approval_band_set: {},
  bank_account: {
    hidden: ['account_number_sealed', 'account_number_digest'],
    ignored: ['account_number_sealed'],
  },
  bidang_opd: {},
  bidang_start: {},
  budget_lapse: {},
  budget_move: {},
  calculation: {},
  control_acceptance: {},
  control_answer: {},
  control_ceiling: {},
  control_declaration: {},
  control_finding: {},
  control_run: {},
  control_run_finding: { isCounted: true },
  control_settings: {},
  credential: { hidden: ['password_hash'] },
  deduction_choice: {},
  deduction_policy: {},
  delegation: {},
  delegation_revocation: {},
  disclosure: {},
  disbursement: {},
  entitlement: { isCounted: true },
  field_key: { hidden: ['check_value'] },
  funding_source: {},
  heir: {
    hidden: ['nik_sealed', 'nik_digest', 'account_number_sealed', 'account_number_digest'],
    ignored: ['nik_sealed', 'account_number_sealed'],
  },
  heir_confirmation: {},
  holiday_calendar: {},
  honor_exclusion: { isCounted: true },
  honor_line: { isCounted: true },
  honor_policy: {},
  identity_event: {},
  kader: { hidden: ['nik_sealed', 'nik_digest', 'phone'], ignored: ['nik_sealed'] },
  kader_deduction: {},
  kader_tax_fact: { hidden: ['value_sealed'] },
  kader_tier: {},
  oidc_link: { hidden: ['subject'] },
  one_time_link: { hidden: ['token_digest'] },
  overpayment: {},
  overpayment_confirmation: {},
  overpayment_part: {},
  overpayment_plan: {},
  overpayment_receipt: {},
  overpayment_receipt_part: {},
  paying_body: {},
  payment_request: {},
  payment_request_step: {},
  posyandu: {},
  prior_year_line: {},
  recovery_code: { hidden: ['digest'] },
  referral: { hidden: ['description'] },
  referral_answer: { hidden: ['text'] },
  region: {},
  remittance: {},
  request_countersignature: {},
  request_entitlement: { isCounted: true },
  request_hand: { isCounted: true },
  request_required_signature: { isCounted: true },
  request_signing: {},
  role_grant: {},
  roster_change: {},
  roster_import: {},
  tax_withholder: {},
  totp_secret: { hidden: ['sealed_secret'], ignored: ['last_step'] },
  user_session: { hidden: ['token_digest'], ignored: ['last_seen_at'] },
  user_standing: {},
  year_closing: {},
  'ledger.reopening_request': {},
};
