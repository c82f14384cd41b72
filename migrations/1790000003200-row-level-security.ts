import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody who only reads may see. A connection that reads in a person's name stands as `honor_reader` and
 * states her scopes (`platform/database/scope-connections.ts`); the policies below then show the rows of these
 * scopes, whatever the statement asks. A forgotten WHERE shows less than everything.
 *
 * `honor_app` sees all rows: the rules of pay must see that a NIK is on the roster of another nagari. What changes
 * something is checked by the services before, and `honor_reader` may change nothing.
 */
export class RowLevelSecurity1790000003200 implements MigrationInterface {
  name = 'RowLevelSecurity1790000003200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(roles);
    await runner.query(scopes);
    for (const table of openTables) await runner.query(`grant select on ${table} to honor_reader`);
    await runner.query(
      'grant select (id, username, full_name, position, created_at) on app_user to honor_reader',
    );
    for (const [table, condition] of Object.entries(policies)) {
      await runner.query(`
        alter table ${table} enable row level security;
        create policy seen_in_scope on ${table} for select to honor_reader using (${condition});
        grant select on ${table} to honor_reader;
      `);
    }
    for (const view of views) {
      await runner.query(
        `alter view ${view} set (security_invoker = true); grant select on ${view} to honor_reader`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const view of views) await runner.query(`alter view ${view} reset (security_invoker)`);
    for (const table of Object.keys(policies)) {
      await runner.query(
        `drop policy seen_in_scope on ${table}; alter table ${table} disable row level security`,
      );
    }
    await runner.query(undo);
  }
}

// Roles belong to the whole server. COPY refuses tables with row-level security, so whoever writes bypasses it.
const roles = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'honor_reader') then create role honor_reader nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not (select rolbypassrls from pg_roles where rolname = 'honor_app') then alter role honor_app bypassrls; end if;
  exception when insufficient_privilege then
    raise exception 'role honor_app needs BYPASSRLS: a superuser must run ALTER ROLE honor_app BYPASSRLS once';
  end $$;
  do $$ begin
    if not pg_has_role('honor_app', 'honor_reader', 'member') then grant honor_reader to honor_app; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  grant usage on schema public, ledger to honor_reader;
`;

// A prefix of a code is a region: every part of it has its fixed length. The indexes make a nagari cheap to find
// among a whole country.
const scopes = `
  create index if not exists kader_by_region on kader (nagari_code text_pattern_ops);
  create index if not exists posyandu_by_region on posyandu (nagari_code text_pattern_ops);

  create function scope_list(name text) returns setof text language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select item from unnest(string_to_array(coalesce(current_setting('honor.' || name, true), ''), ',')) item
     where item <> ''
  $$;

  create function is_seen_region(code text) returns boolean language sql stable
    set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from scope_list('regions') region where starts_with(code, region))
  $$;

  create function seen_payers() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select id from paying_body where is_seen_region(region_code) or code in (select scope_list('payers'))
  $$;

  -- Kader of the regions, those who ever served there, and whoever reads her own.
  create function kader_of_regions() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select kader.id from scope_list('regions') region
      join kader on kader.nagari_code ~>=~ region and kader.nagari_code ~<~ (region || '/')
    union
    select appointment.kader_id from scope_list('regions') region
      join posyandu on posyandu.nagari_code ~>=~ region and posyandu.nagari_code ~<~ (region || '/')
      join appointment on appointment.posyandu_id = posyandu.id
    union
    select item::int from scope_list('kader') item
  $$;

  -- With those whom the paying bodies pay.
  create function seen_kader() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select kader_of_regions()
    union
    select honor_line.kader_id from scope_list('payers') payer
      join paying_body on paying_body.code = payer
      join funding_source on funding_source.paying_body_id = paying_body.id
      join entitlement on entitlement.funding_source_id = funding_source.id
      join honor_line on honor_line.id = entitlement.honor_line_id
  $$;

  create function requests_of_payers() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select id from payment_request where paying_body_id in (select seen_payers())
  $$;

  -- With those of others that pay kader of the region: when they were paid is hers to know.
  create function seen_requests() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select requests_of_payers()
    union
    select request_entitlement.request_id from honor_line
      join entitlement on entitlement.honor_line_id = honor_line.id
      join request_entitlement on request_entitlement.entitlement_id = entitlement.id
     where honor_line.kader_id in (select kader_of_regions())
  $$;

  -- The third part of an account's name is the paying body: Liabilities:HonorPayable:13.10.04.2001:DDS:2026.
  create function seen_accounts() returns setof int language sql stable security definer
    set search_path = pg_catalog, public, pg_temp as $$
    select account.id from ledger.account account
     -- Kind:Name:Payer or Kind:Name:Tax:Payer, a payer's code with dashes for dots
     where (string_to_array(account.code, ':'))[3:4]
        && array(select replace(code, '.', '-') from paying_body where id in (select seen_payers()))
  $$;

  revoke execute on function scope_list(text), is_seen_region(text), seen_payers(), kader_of_regions(), seen_kader(),
    requests_of_payers(), seen_requests(), seen_accounts() from public;
  grant execute on function scope_list(text), is_seen_region(text), seen_payers(), kader_of_regions(), seen_kader(),
    requests_of_payers(), seen_requests(), seen_accounts() to honor_reader;
`;

/** What everybody who reads may know: regions, rules, budgets, which are public, and the chain without its content. */
const openTables = [
  'region',
  'honor_policy',
  'paying_body',
  'funding_source',
  'budget_move',
  'year_closing',
  'budget_lapse',
  'prior_year_line',
  'deduction_policy',
  'deduction_choice',
  'control_settings',
  'control_ceiling',
  'activity_type',
  'bidang_opd',
  'bidang_start',
  'holiday_calendar',
  'approval_band_set',
  'approval_band',
  'ledger.account',
  'ledger.batch',
  'ledger.chain_head',
  'ledger.closing',
  'ledger.reopening_request',
];

const OF_KADER = 'kader_id in (select seen_kader())';
const OF_REQUEST = 'request_id in (select seen_requests())';
const OF_PAYER = 'paying_body_id in (select seen_payers())';

const through = (table: string, key: string, own: string) =>
  `exists (select from ${table} it where it.${key} = ${own})`;

const policies: Readonly<Record<string, string>> = {
  posyandu: 'is_seen_region(nagari_code) or id in (select posyandu_id from appointment)',
  kader: 'id in (select seen_kader())',
  appointment: OF_KADER,
  bank_account: OF_KADER,
  heir: OF_KADER,
  heir_confirmation: through('heir', 'id', 'heir_id'),
  kader_tier: OF_KADER,
  kader_tax_fact: OF_KADER,
  control_declaration: OF_KADER,
  roster_import: through('kader', 'import_id', 'roster_import.id'),
  roster_change: OF_KADER,
  activity: 'posyandu_id in (select id from posyandu)',
  activity_attendance: OF_KADER,
  referral: `${OF_KADER} or bidang_opd_id in (select id from bidang_opd where opd_code in (select scope_list('payers')))`,
  referral_answer: through('referral', 'id', 'referral_id'),
  calculation: 'is_seen_region(region_code)',
  honor_line: OF_KADER,
  honor_exclusion: OF_KADER,
  entitlement: through('honor_line', 'id', 'honor_line_id'),
  payment_request: 'id in (select seen_requests())',
  payment_request_step: OF_REQUEST,
  request_signing: OF_REQUEST,
  request_required_signature: OF_REQUEST,
  request_hand: OF_REQUEST,
  request_countersignature: OF_REQUEST,
  delegation: OF_PAYER,
  delegation_revocation: through('delegation', 'id', 'delegation_id'),
  request_entitlement: `request_id in (select requests_of_payers()) or ${through('entitlement', 'id', 'entitlement_id')}`,
  disbursement: 'request_id in (select requests_of_payers()) or kader_id in (select kader_of_regions())',
  kader_deduction: 'request_id in (select requests_of_payers()) or kader_id in (select kader_of_regions())',
  remittance: OF_PAYER,
  tax_withholder: OF_PAYER,
  control_run: OF_REQUEST,
  control_finding: 'request_id in (select requests_of_payers())',
  control_run_finding: through('control_finding', 'id', 'finding_id'),
  control_answer: through('control_finding', 'id', 'finding_id'),
  control_acceptance: through('control_answer', 'id', 'answer_id'),
  overpayment: OF_PAYER,
  overpayment_plan: through('overpayment', 'id', 'overpayment_id'),
  overpayment_confirmation: through('overpayment_plan', 'id', 'plan_id'),
  overpayment_part: through('overpayment', 'id', 'overpayment_id'),
  overpayment_receipt: OF_PAYER,
  overpayment_receipt_part: through('overpayment_receipt', 'id', 'receipt_id'),
  'ledger.entry': 'party_id in (select kader_of_regions()) or accounts && array(select seen_accounts())',
  'ledger.batch_account': 'account_id in (select seen_accounts())',
};

/** They answer with the rights of whoever asks, or they would be a way round. */
const views = ['ledger.line', 'withholding', 'current_heir'];

const undo = `
  drop function seen_accounts(); drop function seen_requests(); drop function requests_of_payers();
  drop function seen_kader(); drop function kader_of_regions(); drop function seen_payers();
  drop function is_seen_region(text); drop function scope_list(text);
  drop index kader_by_region; drop index posyandu_by_region;
  revoke all on all tables in schema public, ledger from honor_reader;
  revoke all on schema public, ledger from honor_reader;
`;
