import { auditedTables } from '../../src/core/audit/audited-tables.js';
import { personalColumns } from '../../src/core/privacy/personal-columns.js';
import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

/** Every table whose changes leave no trail, and why. */
const UNAUDITED: Readonly<Record<string, string>> = {
  'audit.act': 'the trail itself',
  'audit.chain_head': 'the trail itself',
  'audit.change': 'the trail itself',
  'audit.changed_row': 'the trail itself',
  'ledger.account': 'hashed into the trial balances of the chain of the ledger',
  'ledger.batch': 'the chain of the ledger itself',
  'ledger.batch_account': 'hashed into the chain of the ledger',
  'ledger.chain_head': 'the chain of the ledger itself',
  'ledger.closing': 'hashed into the chain of the ledger',
  'ledger.entry': 'hashed into the chain of the ledger',
  idempotent_request: 'answers kept for a day; what a request did is recorded itself',
  job: 'wishes for long work, kept for a week; what a job does is recorded itself',
  job_file: 'sheets and files of such work, sealed, kept for a week',
  pseudonymised_column: 'what becomes of columns, written when the program is installed',
  pseudonymised_table: 'whose rows they are, written when the program is installed',
  pseudonymising: 'a mark that is there while one function works',
  migrations: 'versions of the schema, written when the program is installed',
  sign_in_throttle: 'counts of wrong passwords; each attempt is in identity_event',
};

const TABLES = `
  select case table_schema when 'public' then '' else table_schema || '.' end || table_name
  from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;

// Its arguments end in a zero byte each: keys, hidden, ignored, counted.
const TRIGGERS = `
  select json_build_object(
    'table', case nspname when 'public' then '' else nspname || '.' end || relname,
    'events', array_agg(format('%s %s', tgname, tgenabled) order by tgname),
    'arguments', min(encode(tgargs, 'hex')))
  from pg_trigger join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
  where tgfoid = 'audit.record'::regproc group by nspname, relname`;

interface Watched {
  readonly table: string;
  readonly events: readonly string[];
  readonly arguments: string;
}

const watched = (await ask(url, TRIGGERS)) as Watched[];

function argumentsOf({ arguments: hex }: Watched): string[] {
  return Buffer.from(hex, 'hex').toString().split('\0').slice(0, 4);
}

interface Declared {
  readonly words: string;
  readonly hidden?: readonly string[];
  readonly ignored?: readonly string[];
  readonly isCounted?: true;
}

const declared: Readonly<Record<string, Declared>> = auditedTables;
const listed = (names: readonly string[] = []) => `{${names.join(',')}}`;

describe('the audit trail', () => {
  it('knows every table: its changes are recorded, or this says why not', async () => {
    const tables = (await ask(url, TABLES)) as string[];
    expect(tables.sort()).toEqual([...Object.keys(auditedTables), ...Object.keys(UNAUDITED)].sort());
  });

  it('records as the declaration says', () => {
    const found = watched.map((one) => [one.table, ...argumentsOf(one).slice(1)].join(' ')).sort();
    const stated = Object.entries(declared).map(([table, { hidden, ignored, isCounted = false }]) =>
      [table, listed(hidden), listed(ignored), isCounted ? 't' : 'f'].join(' '),
    );
    expect(found).toEqual(stated.sort());
  });

  it('is written for every event of every such table, also of a session that says it replicates', () => {
    const events = ['audit_delete A', 'audit_insert A', 'audit_truncate A', 'audit_update A'];
    expect(watched.filter((one) => one.events.join() !== events.join())).toEqual([]);
  });

  it('copies nothing that is sealed, a digest, or a number that names a person', () => {
    const secret = personalColumns.flatMap(({ table, column, treatment }) => {
      if (treatment.kind === 'digest') return [[table, column] as const];
      if (treatment.kind !== 'sealed') return [];
      return [column, treatment.digest?.column ?? column].map((name) => [table, name] as const);
    });
    const copied = secret.filter(
      ([table, column]) => declared[table] !== undefined && declared[table].hidden?.includes(column) !== true,
    );
    expect(copied).toEqual([]);
  });

  it('takes its lock last: what else runs at a commit takes none', async () => {
    const locking = await ask(
      url,
      `select distinct proname::text from pg_trigger join pg_proc on pg_proc.oid = tgfoid
        where tgdeferrable and tgfoid <> 'audit.seal'::regproc
          and prosrc ~* 'for (update|no key update|share|key share)|advisory|lock table'`,
    );
    expect(locking).toEqual([]);
  });
});
