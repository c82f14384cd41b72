import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When the time to keep it is over, what names a person goes; her number, the amounts and both chains stay. One function
 * does it, and asks once more whether it is time. Meaning: src/core/privacy/README.md.
 */
export class Pseudonymise1790000003434 implements MigrationInterface {
  name = 'Pseudonymise1790000003434';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [records, checks, doing, staying]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger kader_stays_pseudonymised on kader;
      ${NOTHING_NEW.map((table) => `drop trigger nothing_new_of_pseudonymised on ${table};`).join('\n')}
      drop function guard_pseudonymised(); drop function refuse_of_pseudonymised();
      drop function pseudonymise(int, jsonb, text[], text, int);
      drop function are_sealed_numbers(jsonb); drop function is_sealed(bytea, int); drop function are_numbers(text[]);
      drop table pseudonymisation;
    `);
  }
}

// Nothing of what was there before is in it.
const records = `
  create table pseudonymisation (
    id int generated always as identity primary key,
    kader_id int not null unique references kader,
    pseudonym text not null check (pseudonym = 'Kader ' || lpad(kader_id::text, greatest(6, length(kader_id::text)), '0')),
    retention_rule_id int not null references retention_rule,
    kept_until date not null,
    reason text not null check (btrim(reason) <> ''),
    forgotten int not null,
    done_by int not null references app_user,
    done_at timestamptz not null
  );
  create trigger pseudonymisation_append_only before update or delete on pseudonymisation
    for each row execute function refuse_change();
  create trigger pseudonymisation_not_truncated before truncate on pseudonymisation
    for each statement execute function refuse_change();
  alter table pseudonymisation enable row level security;
  create policy seen_in_scope on pseudonymisation for select to honor_reader
    using (exists (select from kader her where her.id = pseudonymisation.kader_id));
  grant select on pseudonymisation to honor_reader, honor_app;
  select audit.watch('pseudonymisation');
`;

// Whatever stands in a mark is taken out of what others wrote: words never come from the caller.
const checks = `
  create function are_numbers(marks text[]) returns boolean language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$
    select cardinality(marks) <= 100 and not exists (
      select from unnest(marks) mark where (mark ~ '^[0-9]{5,20}$' or mark ~ '^[0-9*]{4,20}$' and mark ~ '[*]'
        and length(translate(mark, '*', '')) >= 3) is not true)
  $$;

  -- Version, length of the id of a key that was used here, that id, then nonce, tag and as many bytes as the number has.
  create function is_sealed(value bytea, digits int) returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select case when octet_length(value) < 30 + digits then false
      else get_byte(value, 0) = 1 and octet_length(value) = 30 + get_byte(value, 1) + digits and exists (
        select from field_key where convert_to(id, 'UTF8') = substring(value from 3 for get_byte(value, 1))) end
  $$;

  -- What was not sealed by the program would stop whoever reads it afterwards: every draft of her nagari.
  create function are_sealed_numbers(sealed jsonb) returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select jsonb_typeof(sealed) = 'object' and not exists (
      select from jsonb_each_text(sealed) given full join (
        select table_name || '.' || column_name from pseudonymised_column where becomes = 'sealed') declared (its) on its = key
      where case when its is null or value is null or value !~ '^\\\\x([0-9a-f]{2})+$' then true
        when its like '%digest' then octet_length(value::bytea) <> 32
        else not is_sealed(value::bytea, case its when 'kader.nik_sealed' then 16 else 20 end) end)
      and sealed ->> 'bank_account.account_number_digest' = sealed ->> 'heir.account_number_digest'
  $$;
  revoke execute on function are_numbers(text[]), is_sealed(bytea, int), are_sealed_numbers(jsonb) from public;
`;

const TERMS = `
    select array_agg(distinct term) into names from (
      select name from kader where id = of_kader
      union all select account_name from bank_account where kader_id = of_kader
      union all select unnest(array[name, account_name]) from heir where kader_id = of_kader
      union all select unnest(array[before, after]) from roster_change where kader_id = of_kader and field = 'NAMA'
      union all select full_name from app_user where id in (select logins_of_kader(of_kader))
    ) written (term) where term ~ '[[:alpha:]]{2}';
    select '(?<![[:alnum:]])(?:' || string_agg(regexp_replace(regexp_replace(term, '([^[:alnum:][:space:]])', '\\\\\\1', 'g'),
        '[[:space:]]+', '[[:space:]]+', 'g'), '|' order by length(term) desc, term) || ')(?![[:alnum:]])'
      into pattern from (
        select term from unnest(names || marks) term
        union select substr(to_json(term)::text, 2, length(to_json(term)::text) - 2) from unnest(names || marks) term
      ) spelt where btrim(term) <> '';`;

// Nothing that decides whether it is time comes from the caller. Her names are read before anything goes: what others wrote
// loses them.
const doing = `
  create function pseudonymise(of_kader int, sealed jsonb, marks text[], why text, by_user int)
    returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
  declare
    moment timestamptz := present_moment();
    today date := (moment at time zone 'Asia/Jakarta')::date;
    called text := 'Kader ' || lpad(of_kader::text, greatest(6, length(of_kader::text)), '0');
    known record; rule retention_rule; last_day date; names text[]; pattern text; step record;
    first_change int; trail int := 0; made int;
  begin
    if by_user is distinct from (select id from app_user where username = audit.stated('actor') and audit.stated('kind') = 'person') then
      raise exception 'who does it is who acts' using errcode = '42501';
    end if;
    perform from kader where id = of_kader for update;
    select * into known from retention_facts(array[of_kader]);
    select * into rule from retention_rule where valid_from <= today order by valid_from desc, id desc limit 1;
    last_day := make_date(extract(year from known.last_on)::int + rule.years, 12, 31);
    if (last_day < today and (known.appointed_until is null or known.appointed_until < today)
        and (known.owed, known.overpaid, known.open_requests, known.open_logins) = (0, 0, 0, 0)
        and not exists (select from pseudonymisation where kader_id = of_kader)) is not true then
      raise exception 'kader % is kept, or was pseudonymised', of_kader using errcode = '23514', constraint = 'pseudonymised_when_due';
    end if;
    if are_sealed_numbers(sealed) is not true then
      raise exception 'these are no sealed numbers' using errcode = '23514', constraint = 'pseudonymised_numbers_are_sealed';
    end if;
    if are_numbers(marks) is not true then
      raise exception 'a mark is a number, whole or masked' using errcode = '23514', constraint = 'pseudonymised_marks_are_numbers';
    end if;
    ${TERMS}
    insert into pseudonymising (kader_id, pseudonym) values (of_kader, called);
    perform set_config('honor.pseudonymising', pattern, true);
    first_change := nextval('audit.change_id_seq');

    for step in
      select table_name as its, rows_of, is_removed, string_agg(case becomes
          when 'text' then format('%I = pseudonymised_text(%L, $3, to_jsonb(it))::%s', column_name, content, format_type(atttypid, atttypmod))
          when 'nothing' then format('%I = null', column_name)
          when 'sealed' then format('%I = ($5 ->> %L)::bytea', column_name, table_name || '.' || column_name) end, ', ') as change
      from pseudonymised_table left join pseudonymised_column using (table_name)
      left join pg_attribute on attrelid = table_name::regclass and attname = column_name
      where rows_of is not null group by table_name, rows_of, is_removed order by table_name
    loop
      execute case when step.is_removed then format('delete from %I where %s', step.its, step.rows_of)
        else format('update %I it set %s where %s', step.its, step.change, step.rows_of) end
        using of_kader, pattern, called, names, sealed;
    end loop;
    for step in
      select table_name as its, naming, format('%1$I = redacted(%1$I::text, $2, $3)::%2$s', column_name, format_type(atttypid, atttypmod)) as change,
             format('%I::text ~* $2', column_name) as also
      from pseudonymised_column join pseudonymised_table using (table_name)
      join pg_attribute on attrelid = table_name::regclass and attname = column_name
      where naming is not null order by table_name, column_name
    loop
      execute format('update %I it set %s where (%s) and %s', step.its, step.change, step.naming, step.also)
        using of_kader, pattern, called, names;
    end loop;

    -- Rows that do not say whose they are, and those of others that named her: the trail forgets them by themselves.
    for step in
      with gone as (
        update audit.changed_row set salt = null, content = null
          where content is not null and kader_id is distinct from of_kader and object = any (array(
            select object from audit.changed_row where change_id = any (array(select id from audit.change where id > first_change
              and act_id = (select id from audit.act where transaction = pg_current_xact_id() and hash is null)))))
          returning coalesce(kader_id, 0) as whose)
      select whose, count(*)::int as many from gone group by whose order by whose
    loop
      perform audit.note_forgotten('kader:' || step.whose, jsonb_build_object('rows', step.many));
      trail := trail + step.many;
    end loop;
    perform audit.forget_reasons(of_kader, pattern, first_change);
    trail := trail + audit.forget(of_kader);
    perform set_config('honor.pseudonymising', '', true);
    delete from pseudonymising where kader_id = of_kader;
    insert into pseudonymisation (kader_id, pseudonym, retention_rule_id, kept_until, reason, forgotten, done_by, done_at)
      values (of_kader, called, rule.id, last_day, why, trail, by_user, moment) returning id into made;
    return made;
  end $$;
  revoke execute on function pseudonymise(int, jsonb, text[], text, int) from public;
  grant execute on function pseudonymise(int, jsonb, text[], text, int) to honor_app;
`;

/** What cannot be recorded any more of a person who has none of these. */
const NOTHING_NEW = [
  ...['appointment', 'bank_account', 'heir', 'kader_tax_fact', 'kader_tier'],
  ...['control_declaration', 'roster_change', 'role_grant', 'referral', 'activity_attendance'],
  // nobody is paid, charged or written a slip for who is not known any more
  ...['honor_line', 'disbursement', 'kader_deduction', 'overpayment'],
];

// Whoever found her before, and waited for her row, finds her gone.
const staying = `
  create function guard_pseudonymised() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  begin
    if to_jsonb(new) - 'nik_sealed' <> to_jsonb(old) - 'nik_sealed'
       and exists (select from pseudonymisation where kader_id = old.id) then
      raise exception 'kader % was pseudonymised and stays so', old.id using errcode = '23514', constraint = 'kader_stays_pseudonymised';
    end if;
    return new;
  end $$;
  create trigger kader_stays_pseudonymised before update on kader for each row execute function guard_pseudonymised();

  create function refuse_of_pseudonymised() returns trigger language plpgsql
    set search_path = pg_catalog, public, pg_temp as $$
  begin
    perform from kader where id in (select kader_id from new_rows) order by id for key share;
    if exists (select from new_rows join pseudonymisation using (kader_id)) then
      raise exception 'a kader was pseudonymised: nothing new is recorded of her'
        using errcode = '23514', constraint = 'kader_stays_pseudonymised';
    end if;
    return null;
  end $$;
  revoke execute on function guard_pseudonymised(), refuse_of_pseudonymised() from public;
  ${NOTHING_NEW.map(
    (table) => `
  create trigger nothing_new_of_pseudonymised after insert on ${table} referencing new table as new_rows
    for each statement execute function refuse_of_pseudonymised();`,
  ).join('')}
`;
