import type { QueryRunner } from 'typeorm';

interface Trigger {
  readonly name: string;
  /** As `pg_trigger.tgenabled` has it. */
  readonly enabled: keyof typeof AGAIN;
}

const AGAIN = { O: 'enable', A: 'enable always', R: 'enable replica', D: 'disable' } as const;

/**
 * Does something to a table while its triggers sleep: the guards, for this is the owner, and the audit, which would
 * keep a copy of what is taken away. Each wakes as it was: `enable trigger user` would make an ordinary one of a
 * trigger that fires always.
 */
export async function asleep(runner: QueryRunner, table: string, act: () => Promise<void>): Promise<void> {
  const triggers = (await runner.query(
    `select quote_ident(tgname) as name, tgenabled as enabled from pg_trigger
     where tgrelid = $1::regclass and not tgisinternal order by tgname`,
    [table],
  )) as readonly Trigger[];
  await runner.query(`alter table ${table} disable trigger user`);
  await act();
  for (const { name, enabled } of triggers) {
    await runner.query(`alter table ${table} ${AGAIN[enabled]} trigger ${name}`);
  }
}

/**
 * What was changed stays in the file of a table until its rows are written anew, and in what the planner knows of a
 * column. A change of type forgets both; `cluster` would carry over the rows that its own transaction replaced.
 */
export async function writtenAnew(
  runner: QueryRunner,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const same = columns.map((column) => `alter column ${column} type text using substring(${column} from 1)`);
  await runner.query(`alter table ${table} ${same.join(', ')}`);
}
