import { fates, type Fate } from '../../src/core/privacy/fates.js';
import { fateOf, personalColumns } from '../../src/core/privacy/personal-columns.js';
import { testDatabaseUrl } from '../support/database.js';
import { ask } from '../support/session.js';

const url = await testDatabaseUrl();

const BECOMES = `
  select table_name || '.' || column_name || ' ' || becomes || coalesce(' ' || content, '') from pseudonymised_column`;

/** What the database does itself with the columns of a row; the others go otherwise, or stay. */
const IN_ROWS: readonly Fate['kind'][] = ['text', 'nothing', 'sealed', 'redacted'];

describe('what becomes of personal data when its time is over', () => {
  it('is decided for every column, and for nothing else', () => {
    const undecided = personalColumns.filter((one) => fateOf(one) === undefined);
    expect(undecided.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
    const decided = Object.entries(fates).flatMap(([table, columns]) =>
      Object.keys(columns).map((column) => `${table}.${column}`),
    );
    expect(decided.sort()).toEqual(personalColumns.map(({ table, column }) => `${table}.${column}`).sort());
  });

  it('stays for a reason', () => {
    const reasons = personalColumns.map(fateOf).flatMap((fate) => (fate?.kind === 'kept' ? [fate.why] : []));
    expect(reasons.filter((why) => why.length < 20)).toEqual([]);
  });

  it('is what the database does', async () => {
    const declared = personalColumns.flatMap((one) => {
      const fate = fateOf(one);
      if (fate === undefined || !IN_ROWS.includes(fate.kind)) return [];
      const { treatment } = one;
      const digests =
        treatment.kind === 'sealed' && treatment.digest !== undefined ? [treatment.digest.column] : [];
      const content = fate.kind === 'text' ? ` ${fate.becomes}` : '';
      return [one.column, ...digests].map((column) => `${one.table}.${column} ${fate.kind}${content}`);
    });
    expect(((await ask(url, BECOMES)) as string[]).sort()).toEqual(declared.sort());
    const removed = personalColumns
      .filter((one) => fateOf(one)?.kind === 'removed')
      .map(({ table }) => table);
    const rows = await ask(url, 'select table_name from pseudonymised_table where is_removed');
    expect(rows).toEqual([...new Set(removed)]);
    const naming = personalColumns.filter((one) => {
      const fate = fateOf(one);
      return fate?.kind === 'redacted' || (fate?.kind === 'text' && fate.isNaming);
    });
    const searched = await ask(url, 'select table_name from pseudonymised_table where naming is not null');
    expect(searched.sort()).toEqual([...new Set(naming.map(({ table }) => table))].sort());
  });
});
