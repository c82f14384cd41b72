import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The guards of rows that are never changed let through what pseudonymises a kader: exactly what each column becomes, of
 * her, while the one function does it that may.
 */
export class LetPseudonymise1790000003432 implements MigrationInterface {
  name = 'LetPseudonymise1790000003432';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(letting);
    for (const [table, trigger, events] of APPEND_ONLY) await runner.query(spared(table, trigger, events));
    for (const [table, definition] of Object.entries(GUARDED)) await runner.query(definition(passes(table)));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const definition of Object.values(GUARDED)) await runner.query(definition());
    for (const [table, trigger, events, guard] of APPEND_ONLY) {
      await runner.query(`
        drop trigger ${table}_only_pseudonymised on ${table};
        drop trigger ${trigger} on ${table};
        create trigger ${trigger} before ${events} or update on ${table} for each row execute function ${guard}();`);
    }
    await runner.query(`
      drop function is_pseudonymised(text, jsonb, jsonb); drop function is_pseudonymising(int);
      drop function pseudonymised_text(text, text, jsonb); drop function redacted(text, text, text);
      drop table pseudonymising;
    `);
  }
}

// Only who owns the tables reads the marker: anybody else may ask, as whoever changes a row does, and is refused.
const letting = `
  -- Who is being pseudonymised in which transaction: there while the function works, and nobody else writes it.
  create table pseudonymising (
    kader_id int primary key,
    transaction xid8 not null default pg_current_xact_id(),
    pseudonym text not null
  );
  -- Marks come and go in one transaction: until they are vacuumed they are many, and none of them is this one's.
  create index pseudonymising_by_transaction on pseudonymising (transaction);

  create function pseudonymised_text(content text, pseudonym text, it jsonb) returns text language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$
    select replace(replace(content, '{pseudonym}', pseudonym), '{user}', coalesce(it ->> 'user_id', it ->> 'id', ''))
  $$;

  create function redacted(content text, pattern text, pseudonym text) returns text language sql immutable
    set search_path = pg_catalog, public, pg_temp as $$ select regexp_replace(content, pattern, pseudonym, 'gi') $$;

  create function is_pseudonymising(of_kader int) returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from pseudonymising where kader_id = of_kader and transaction = pg_current_xact_id_if_assigned())
  $$;

  -- Every column that changes is one that goes, became what it has to, and is hers; in what others wrote only her names went.
  create function is_pseudonymised(target text, was jsonb, is_now jsonb) returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select exists (
      select from pseudonymising her where transaction = pg_current_xact_id_if_assigned() and not exists (
        select from jsonb_each(is_now) now where now.value is distinct from was -> now.key and not exists (
          select from pseudonymised_column join pseudonymised_table using (table_name)
          where (table_name, column_name) = (target, now.key)
            and case when naming is not null and now.value #>> '{}' = redacted(was ->> now.key, current_setting('honor.pseudonymising'), her.pseudonym)
                then true
              when coalesce(was ->> case target when 'kader' then 'id' else 'kader_id' end, her.kader_id::text) <> her.kader_id::text then false
              when becomes = 'text' then now.value #>> '{}' = pseudonymised_text(content, her.pseudonym, was)
              when becomes = 'nothing' then now.value = 'null'
              when becomes = 'sealed' then now.value <> 'null'
              else false end)))
  $$;
  revoke execute on function pseudonymised_text(text, text, jsonb), redacted(text, text, text), is_pseudonymising(int),
    is_pseudonymised(text, jsonb, jsonb) from public;
  grant execute on function is_pseudonymising(int), is_pseudonymised(text, jsonb, jsonb) to honor_app;
`;

/** Triggers that refuse any update, what else they refuse, and by which function. */
const APPEND_ONLY = [
  ['control_answer', 'control_answer_append_only', 'delete', 'refuse_change'],
  ['control_declaration', 'control_declaration_append_only', 'delete', 'refuse_change'],
  ['control_finding', 'control_finding_append_only', 'delete', 'refuse_change'],
  ['disclosure', 'disclosure_append_only', 'delete', 'refuse_change'],
  ['identity_event', 'identity_event_append_only', 'delete', 'refuse_change'],
  ['overpayment_plan', 'overpayment_plan_append_only', 'delete', 'refuse_change'],
  ['payment_request_step', 'payment_request_step_append_only', 'delete', 'refuse_change'],
  ['referral', 'referral_append_only', 'delete', 'refuse_change'],
  ['referral_answer', 'referral_answer_append_only', 'delete', 'refuse_change'],
  ['request_countersignature', 'request_countersignature_append_only', 'delete', 'refuse_change'],
  ['roster_change', 'roster_change_append_only', 'delete', 'refuse_change'],
  ['user_standing', 'user_standing_append_only', 'delete', 'refuse_change'],
  ['disbursement', 'disbursement_moves_forward', 'insert or delete', 'guard_disbursement'],
  ['kader_tier', 'kader_tier_guarded', 'delete', 'guard_kader_tier'],
  ['role_grant', 'role_grant_guarded', 'insert', 'guard_role_grant'],
] as const;

// Asked of every update; only while somebody is pseudonymised is more asked.
function passes(table: string): string {
  return `coalesce(current_setting('honor.pseudonymising', true), '') = ''
    or not is_pseudonymised('${table}', ${rowOf(table, 'old')}, ${rowOf(table, 'new')})`;
}

/** A row as JSON; of a table with a generated column, which is not computed yet, without it. */
function rowOf(table: string, row: 'old' | 'new'): string {
  if (table !== 'kader_tier') return `to_jsonb(${row})`;
  const columns = [
    'id',
    'kader_id',
    'tier',
    'certificate',
    'valid_from',
    'valid_to',
    'import_id',
    'withdrawn_by',
  ];
  return `jsonb_build_object(${columns.map((column) => `'${column}', ${row}.${column}`).join(', ')})`;
}

function spared(table: string, trigger: string, events: string): string {
  const guard = APPEND_ONLY.find(([name]) => name === table)?.[3] ?? 'refuse_change';
  return `
    drop trigger ${trigger} on ${table};
    create trigger ${trigger} before ${events} on ${table} for each row execute function ${guard}();
    create trigger ${table}_only_pseudonymised before update on ${table} for each row when (${passes(table)})
      execute function ${guard}();`;
}

const when = (...conditions: readonly (string | undefined)[]) => {
  const said = conditions.filter((one) => one !== undefined).map((one) => `(${one})`);
  return said.length === 0 ? '' : `when (${said.join(' and ')})`;
};

/** Guards that are for updates alone, with what else they let through. */
const GUARDED: Readonly<Record<string, (unless?: string) => string>> = {
  kader: (unless) => `
    drop trigger kader_nik_only_resealed on kader;
    create trigger kader_nik_only_resealed before update of nik_sealed, nik_digest on kader for each row
      ${when('old.nik_digest <> new.nik_digest or (old.nik_sealed <> new.nik_sealed and not is_resealed(old.nik_sealed, new.nik_sealed))', unless)}
      execute function refuse_change();`,
  heir: (unless) => `
    drop trigger heir_only_resealed on heir;
    create trigger heir_only_resealed before update on heir for each row ${when(unless)} execute function guard_resealing();`,
  bank_account: (unless) => `
    drop trigger bank_account_guarded on bank_account;
    create trigger bank_account_guarded before update on bank_account for each row ${when(unless)} execute function guard_bank_account();
    drop trigger bank_account_only_resealed on bank_account;
    create trigger bank_account_only_resealed before update of account_number_sealed on bank_account for each row
      ${when(
        'old.account_number_sealed <> new.account_number_sealed and not is_resealed(old.account_number_sealed, new.account_number_sealed)',
        unless,
      )}
      execute function refuse_change();`,
  kader_tax_fact: (unless) => `
    drop trigger kader_tax_fact_append_only on kader_tax_fact;
    create trigger kader_tax_fact_append_only before delete on kader_tax_fact for each row
      ${when(unless && `coalesce(current_setting('honor.pseudonymising', true), '') = '' or not is_pseudonymising(old.kader_id)`)}
      execute function refuse_change();`,
};
