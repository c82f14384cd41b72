import type { QueryRunner } from 'typeorm';
import { maskLongNumbers } from '../src/core/formats/mask-long-numbers.js';

/** Columns of text that people wrote, in a table with a key that is one number. */
export interface FreeTexts {
  readonly key: string;
  readonly columns: readonly string[];
}

type Row = Readonly<Record<string, string | null>> & { readonly key: number };

const BATCH = 5_000;

/**
 * Leaves of every long number in the columns its end, as the program writes it now; a batch at a time. A row is
 * changed once: what a transaction changes twice has its foreign keys looked up again.
 */
export async function maskColumns(runner: QueryRunner, table: string, texts: FreeTexts): Promise<void> {
  let last: number | undefined = 0;
  while (last !== undefined) last = await maskAfter(runner, { table, ...texts }, last);
}

/** @returns the last of the batch; undefined when there was none */
async function maskAfter(
  runner: QueryRunner,
  { table, key, columns }: FreeTexts & { readonly table: string },
  after: number,
): Promise<number | undefined> {
  const rows = (await runner.query(
    `select ${key} as key, ${columns.join()} from ${table}
     where ${key} > $1 and concat_ws(' ', ${columns.join()}) ~ '\\d{10}' order by ${key} limit ${String(BATCH)}`,
    [after],
  )) as readonly Row[];
  await runner.query(
    `update ${table} set ${columns.map((column) => `${column} = masked.${column}`).join()}
     from unnest($1::int[], ${columns.map((_, index) => `$${String(index + 2)}::text[]`).join()})
       as masked (key, ${columns.join()}) where ${table}.${key} = masked.key`,
    [rows.map((row) => row.key), ...columns.map((column) => rows.map((row) => masked(row[column])))],
  );
  return rows.at(-1)?.key;
}

function masked(text: string | null | undefined): string | null {
  return typeof text === 'string' ? maskLongNumbers(text) : null;
}
