import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ownerUrlOf } from './database.js';

/** A chain that is attacked. */
type Schema = 'ledger' | 'audit';

/** Runs statements as a superuser to whom no trigger and no CHECK applies, acts, and puts the chain back. */
export async function whileTampered<Result>(
  app: INestApplicationContext,
  statements: readonly string[],
  act: () => Promise<Result>,
  schema: Schema = 'ledger',
): Promise<Result> {
  const runner = new pg.Client({ connectionString: ownerUrlOf(app.get(DataSource)) });
  await runner.connect();
  await runner.query(`set session_replication_role = replica`);
  const [indexes, checks] = [await indexesOf(runner, schema), await checksOf(runner, schema)];
  const tables = await tablesOf(runner, schema);
  for (const table of tables)
    await runner.query(`create table kept_${table} as select * from ${schema}.${table}`);
  for (const { table, name } of checks) await runner.query(`alter table ${table} drop constraint ${name}`);
  try {
    for (const statement of statements) await runner.query(statement);
    return await act();
  } finally {
    for (const table of tables) await restore(table, runner, schema);
    const left = new Set((await indexesOf(runner, schema)).map(({ name }) => name));
    for (const { name, definition } of indexes) if (!left.has(name)) await runner.query(definition);
    for (const { table, name, definition } of checks)
      await runner.query(`alter table ${table} add constraint ${name} ${definition}`);
    await runner.end();
  }
}

/** A key that was dropped comes back as the index alone, which is what keeps its rows apart. */
async function indexesOf(runner: pg.Client, schema: Schema): Promise<{ name: string; definition: string }[]> {
  const { rows } = await runner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes where schemaname = '${schema}'`,
  );
  return rows;
}

async function checksOf(
  runner: pg.Client,
  schema: Schema,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await runner.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'c' and connamespace = '${schema}'::regnamespace and conrelid <> 0`,
  );
  return rows;
}

async function tablesOf(runner: pg.Client, schema: Schema): Promise<string[]> {
  const { rows } = await runner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = '${schema}' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function restore(table: string, runner: pg.Client, schema: Schema): Promise<void> {
  const { rows } = await runner.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = '${schema}.${table}'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
  );
  const columns = rows[0]?.columns ?? '';
  await runner.query(`delete from ${schema}.${table}`);
  await runner.query(
    `insert into ${schema}.${table} (${columns}) overriding system value select ${columns} from kept_${table}`,
  );
  await runner.query(`drop table kept_${table}`);
}
