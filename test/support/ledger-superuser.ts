import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ownerUrlOf } from './database.js';

const TABLES = ['account', 'batch', 'entry', 'batch_account', 'chain_head', 'closing', 'reopening_request'];

/** Runs statements as a superuser to whom no trigger applies, acts, and puts the books back. */
export async function whileTampered<Result>(
  app: INestApplicationContext,
  statements: readonly string[],
  act: () => Promise<Result>,
): Promise<Result> {
  const runner = new pg.Client({ connectionString: ownerUrlOf(app.get(DataSource)) });
  await runner.connect();
  await runner.query(`set session_replication_role = replica`);
  for (const table of TABLES)
    await runner.query(`create table kept_${table} as select * from ledger.${table}`);
  try {
    for (const statement of statements) await runner.query(statement);
    return await act();
  } finally {
    for (const table of TABLES) await restore(table, runner);
    await runner.end();
  }
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
