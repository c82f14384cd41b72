import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ownerUrlOf } from './database.js';

const TABLES = ['account', 'batch', 'entry', 'batch_account', 'chain_head', 'closing', 'reopening_request'];

/** Runs statements as a superuser to whom no trigger and no CHECK applies, acts, and puts the books back. */
export async function whileTampered<Result>(
  app: INestApplicationContext,
  statements: readonly string[],
  act: () => Promise<Result>,
): Promise<Result> {
  const runner = new pg.Client({ connectionString: ownerUrlOf(app.get(DataSource)) });
  await runner.connect();
  await runner.query(`set session_replication_role = replica`);
  const [indexes, checks] = [await indexesOf(runner), await checksOf(runner)];
  for (const table of TABLES)
    await runner.query(`create table kept_${table} as select * from ledger.${table}`);
  for (const { table, name } of checks) await runner.query(`alter table ${table} drop constraint ${name}`);
  try {
    for (const statement of statements) await runner.query(statement);
    return await act();
  } finally {
    for (const table of TABLES) await restore(table, runner);
    const left = new Set((await indexesOf(runner)).map(({ name }) => name));
    for (const { name, definition } of indexes) if (!left.has(name)) await runner.query(definition);
    for (const { table, name, definition } of checks)
      await runner.query(`alter table ${table} add constraint ${name} ${definition}`);
    await runner.end();
  }
}

/** A key that was dropped comes back as the index alone, which is what keeps its rows apart. */
async function indexesOf(runner: pg.Client): Promise<{ name: string; definition: string }[]> {
  const { rows } = await runner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = 'ledger'`,
  );
  return rows;
}

async function checksOf(runner: pg.Client): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await runner.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'c' and connamespace = 'ledger'::regnamespace and conrelid <> 0`,
  );
  return rows;
}

async function restore(table: string, runner: pg.Client): Promise<void> {
  const { rows } = await runner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = 'ledger.${table}'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
  );
  const columns = rows[0]?.columns ?? '';
  await runner.query(`delete from ledger.${table}`);
  await runner.query(
    `insert into ledger.${table} (${columns}) overriding system value select ${columns} from kept_${table}`,
  );
  await runner.query(`drop table kept_${table}`);
}
