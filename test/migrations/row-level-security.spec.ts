import { auditedTables } from '../../src/core/audit/audited-tables.js';
import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

/** What whoever reads may see whole: regions, rules, budgets, and the chain without its content. */
const OPEN = [
  'activity_type',
  'app_user (some columns)',
  'approval_band',
  'approval_band_set',
  'bidang_opd',
  'bidang_start',
  'budget_lapse',
  'budget_move',
  'control_ceiling',
  'control_settings',
  'deduction_choice',
  'deduction_policy',
  'funding_source',
  'holiday_calendar',
  'honor_policy',
  'ledger.account',
  'ledger.batch',
  'ledger.chain_head',
  'ledger.closing',
  'ledger.reopening_request',
  'paying_body',
  'prior_year_line',
  'region',
  'retention_rule',
  'year_closing',
];

/** What nobody reads in somebody's name. */
const CLOSED = [
  'access_token',
  'audit.chain_head',
  'credential',
  'field_key',
  'idempotent_request',
  'identity_event',
  'job',
  'job_file',
  'migrations',
  'oidc_link',
  'one_time_link',
  'pseudonymised_column',
  'pseudonymised_table',
  'pseudonymising',
  'recovery_code',
  'role_grant',
  'sign_in_throttle',
  'totp_secret',
  'user_session',
  'user_standing',
];

/** Open, and in the trail shown by payer: budgets are public, who moved them for which request is not. */
const OF_A_PAYER = [
  'budget_lapse',
  'budget_move',
  'deduction_choice',
  'funding_source',
  'paying_body',
  'prior_year_line',
  'year_closing',
];

const TABLES = `
  select json_build_object('name', case when nspname = 'public' then '' else nspname || '.' end || relname, 'guarded', relrowsecurity,
         'whole', has_table_privilege('honor_reader', pg_class.oid, 'select'),
         'some', has_any_column_privilege('honor_reader', pg_class.oid, 'select'),
         'writes', has_table_privilege('honor_reader', pg_class.oid, 'insert, update, delete, truncate')
           or has_any_column_privilege('honor_reader', pg_class.oid, 'insert, update'),
         'policies', (select count(*)::int from pg_policy where polrelid = pg_class.oid and polcmd = 'r'))
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname in ('public', 'ledger', 'audit') and relkind in ('r', 'p')
  order by nspname = 'public', relname`;

interface Table {
  readonly name: string;
  readonly guarded: boolean;
  readonly whole: boolean;
  readonly some: boolean;
  readonly writes: boolean;
  readonly policies: number;
}

const tables = (await ask(url, TABLES)) as Table[];

describe('who only reads', () => {
  it('sees whole tables only where this says so', () => {
    const open = tables.filter(({ guarded, some }) => some && !guarded);
    expect(open.map(({ name, whole }) => (whole ? name : `${name} (some columns)`)).sort()).toEqual(OPEN);
  });

  it('sees nothing of some tables', () => {
    const closed = tables.filter(({ some }) => !some);
    expect(closed.map(({ name }) => name).sort()).toEqual(CLOSED);
  });

  it('sees the rows of her scopes of all others, by one policy each', () => {
    const guarded = tables.filter(({ guarded }) => guarded);
    expect(guarded.length + OPEN.length + CLOSED.length).toBe(tables.length);
    expect(guarded.filter(({ policies }) => policies !== 1)).toEqual([]);
  });

  it('is shown the audit trail as the tables it is about', async () => {
    const [policy] = (await ask(
      url,
      `select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'audit.changed_row'::regclass`,
    )) as [string];
    const audited = tables.filter(({ name }) => Object.hasOwn(auditedTables, name));
    expect(audited).toHaveLength(Object.keys(auditedTables).length);
    const branches = audited.map(({ name, guarded, whole }) => {
      const [, branch = 'none'] =
        new RegExp(`WHEN '${name}'::text THEN (\\(EXISTS|\\( SELECT audit.reads_widely|true)`).exec(policy) ??
        [];
      const shown =
        guarded || OF_A_PAYER.includes(name) ? '(EXISTS' : whole ? 'true' : '( SELECT audit.reads_widely';
      return [name, branch, shown];
    });
    // A migration that makes such a table, or shows more of it, ends with select audit.show_as_its_tables().
    expect(branches.filter(([, found, expected]) => found !== expected)).toEqual([]);
  });

  it('writes nothing', () => {
    expect(tables.filter(({ writes }) => writes)).toEqual([]);
  });

  it('is not shown more through a view', async () => {
    const views = await ask(
      url,
      `select relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname in ('public', 'ledger', 'audit') and relkind in ('v', 'm')
          and not coalesce(reloptions::text[] @> array['security_invoker=true'], false)`,
    );
    expect(views).toEqual([]);
  });
});
