import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

/** What the application's role may do: S select, I insert, U update, D delete; small letters: some columns only. */
const RIGHTS: Readonly<Record<string, string>> = {
  'audit.act': 'S',
  'audit.chain_head': 'S',
  'audit.change': 'S',
  'audit.changed_row': 'S',
  'ledger.account': 'Si',
  'ledger.batch': 'Si',
  'ledger.batch_account': 'S',
  'ledger.chain_head': 'S',
  'ledger.closing': 'SI',
  'ledger.entry': 'SI',
  'ledger.line': 'S',
  'ledger.reopening_request': 'SI',
  access_token: 'SIu',
  activity: 'SIU',
  activity_attendance: 'SID',
  activity_type: 'SIuD',
  app_user: 'SI',
  appointment: 'SIU',
  approval_band: 'SI',
  approval_band_set: 'SIu',
  attended_activity: 'S',
  bank_account: 'SIu',
  bidang_opd: 'SIu',
  bidang_start: 'SI',
  budget_lapse: 'SI',
  budget_move: 'SI',
  calculation: 'SI',
  control_acceptance: 'SI',
  control_answer: 'SI',
  control_ceiling: 'SI',
  control_declaration: 'SI',
  control_finding: 'SI',
  control_run: 'SI',
  control_run_finding: 'SI',
  control_settings: 'SI',
  current_heir: 'S',
  disclosure: 'SI',
  credential: 'SIu',
  deduction_choice: 'SI',
  deduction_policy: 'SIu',
  delegation: 'SI',
  delegation_revocation: 'SI',
  disbursement: 'SIuD',
  entitlement: 'SI',
  field_key: 'SI',
  funding_source: 'SIu',
  heir: 'SIu',
  heir_confirmation: 'SI',
  holiday_calendar: 'SI',
  honor_exclusion: 'SI',
  honor_line: 'SI',
  honor_policy: 'SIu',
  idempotent_request: 'SIuD',
  identity_event: 'SI',
  job: 'SIuD',
  job_file: 'SIuD',
  kader: 'SIU',
  kader_deduction: 'SIuD',
  kader_tax_fact: 'SIu',
  kader_tier: 'SIu',
  line_transfer: 'SI',
  line_transfer_part: 'SI',
  migrations: '',
  number_export: 'SI',
  oidc_link: 'SID',
  one_time_link: 'SIuD',
  overpayment: 'SI',
  overpayment_confirmation: 'SI',
  overpayment_part: 'SI',
  overpayment_plan: 'SI',
  overpayment_receipt: 'SI',
  overpayment_receipt_part: 'SI',
  paying_body: 'SIu',
  payment_request: 'SIU',
  payment_request_step: 'SI',
  posyandu: 'SIU',
  prior_year_line: 'SI',
  pseudonymisation: 'S',
  pseudonymised_column: '',
  pseudonymised_table: '',
  pseudonymising: '',
  recovery_code: 'SIu',
  referral: 'SI',
  referral_answer: 'SI',
  region: 'SI',
  remittance: 'SI',
  request_countersignature: 'Si',
  request_entitlement: 'SIuD',
  request_hand: 'S',
  request_required_signature: 'S',
  request_signing: 'S',
  retention_rule: 'SI',
  role_grant: 'SIu',
  roster_change: 'SI',
  roster_import: 'SI',
  sign_in_throttle: 'SIuD',
  tax_withholder: 'SI',
  totp_secret: 'SIu',
  user_session: 'SIuD',
  user_standing: 'SI',
  withholding: 'S',
  year_closing: 'SI',
};

const ACTUAL = `
  select relation::text || ' ' || concat(
    case when has_table_privilege('honor_app', relation, 'select') then 'S' end,
    case when has_table_privilege('honor_app', relation, 'insert') then 'I'
         when has_any_column_privilege('honor_app', relation, 'insert') then 'i' end,
    case when has_table_privilege('honor_app', relation, 'update') then 'U'
         when has_any_column_privilege('honor_app', relation, 'update') then 'u' end,
    case when has_table_privilege('honor_app', relation, 'delete') then 'D' end,
    case when has_table_privilege('honor_app', relation, 'truncate') then ' truncate' end,
    case when has_table_privilege('honor_app', relation, 'trigger') then ' trigger' end)
  from (select oid::regclass as relation from pg_class
        where relnamespace in ('public'::regnamespace, 'ledger'::regnamespace, 'audit'::regnamespace) and relkind in ('r', 'v', 'p', 'm')) tables
  order by 1`;

const OWN_FUNCTIONS = `select p.* from pg_proc p
  where pronamespace in ('public'::regnamespace, 'ledger'::regnamespace, 'audit'::regnamespace)
    and not exists (select from pg_depend where classid = 'pg_proc'::regclass and objid = p.oid and deptype = 'e')`;

describe('the role of the application', () => {
  it('may do with each table what is stated here, and a new table must be stated', async () => {
    const stated = Object.entries(RIGHTS).map(([table, rights]) => `${table} ${rights}`);
    expect(await ask(url, ACTUAL)).toEqual(stated.sort());
  });

  it('owns nothing, and is nobody special', async () => {
    const owned = `select count(*)::int from pg_shdepend join pg_roles on pg_roles.oid = refobjid
      where rolname = 'honor_app' and deptype = 'o'`;
    expect(await ask(url, owned)).toEqual([0]);
    const special = `select rolsuper or rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = 'honor_app'`;
    expect(await ask(url, special)).toEqual([false]);
  });

  it('cannot make anything in the schemas, and calls as their owner only the seal, what takes the name of a kader away, what reads statistics, and what a scope shows', async () => {
    const schemas = `select has_schema_privilege('honor_app', nspname, 'create') from pg_namespace where nspname in ('public', 'ledger', 'audit')`;
    expect(await ask(url, schemas)).toEqual([false, false, false]);
    const powerful = `select proname::text from (${OWN_FUNCTIONS}) own
      where prosecdef and has_function_privilege('honor_app', oid, 'execute') order by 1`;
    expect(await ask(url, powerful)).toEqual([
      'calculation_day',
      'changes_of',
      'is_gone',
      'kader_of_regions',
      'paid_in_regions',
      'pseudonymise',
      'refresh_statistics',
      'requests_of_payers',
      'resident_kader',
      'rows_of',
      'seal',
      'seen_accounts',
      'seen_kader',
      'seen_payers',
      'seen_requests',
      'served_in_regions',
      'wholly_seen_kader',
    ]);
  });

  it('may call no trigger function: a trigger runs it for who fires it', async () => {
    const callable = `select proname::text from (${OWN_FUNCTIONS}) own
      where prorettype = 'trigger'::regtype and has_function_privilege('honor_app', oid, 'execute')`;
    expect(await ask(url, callable)).toEqual([]);
  });

  it('meets no function that looks names up where it could put its own', async () => {
    // These name functions and types of the system in full; they are called for every entry, and a setting costs time.
    const open = `select oid::regprocedure::text as signature from (${OWN_FUNCTIONS}) own
      where coalesce(proconfig::text, '') not like '%search_path=%pg_temp%' order by 1`;
    expect(await ask(url, open)).toEqual([
      'ledger.is_balanced(bigint[])',
      'ledger.pack_lines(integer[],bigint[])',
      'ledger.utf8(text)',
    ]);
  });
});
