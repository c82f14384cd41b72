import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';

const TABLES = ['account', 'batch', 'entry', 'batch_account', 'chain_head'];

/** Runs statements as a superuser to whom no trigger applies, acts, and puts the books back. */
export async function whileTampered<Result>(
  app: INestApplicationContext,
  statements: readonly string[],
  act: () => Promise<Result>,
): Promise<Result> {
  const runner = app.get(DataSource).createQueryRunner();
  await runner.query(`set session_replication_role = replica`);
  for (const table of TABLES)
    await runner.query(`create table kept_${table} as select * from ledger.${table}`);
  try {
    for (const statement of statements) await runner.query(statement);
    return await act();
  } finally {
    for (const table of TABLES) await restore(table, (sql) => runner.query(sql));
    await runner.query(`reset session_replication_role`);
    await runner.release();
  }
}

async function restore(table: string, query: (sql: string) => Promise<unknown>): Promise<void> {
  const rows = (await query(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
     where attrelid = 'ledger.${table}'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
  )) as [{ columns: string }];
  const [{ columns }] = rows;
  await query(`delete from ledger.${table}`);
  await query(
    `insert into ledger.${table} (${columns}) overriding system value select ${columns} from kept_${table}`,
  );
  await query(`drop table kept_${table}`);
}
