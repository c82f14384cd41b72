import type { QueryRunner } from 'typeorm';
import type { Purpose } from '../src/core/privacy/purpose.js';
import { vaultOf } from '../src/platform/secrets/migration-vault.js';

/** A column that was open, and the one that takes its place. The table has an `id`. */
export interface SealedColumn {
  readonly table: string;
  readonly open: string;
  readonly sealed: string;
  readonly purpose: Purpose;
  readonly digest?: { readonly column: string; readonly purpose: Purpose };
  /** Which rows; all whose column is filled unless told. */
  readonly where?: string;
}

interface Row {
  readonly id: number;
  readonly text: string;
}

const BATCH = 5_000;

/**
 * Fills the sealed column, and its digest, from the open one, a batch at a time. Triggers of the table that belong to
 * it sleep meanwhile: they guard against the program, and this is the owner.
 */
export async function sealColumn(runner: QueryRunner, column: SealedColumn): Promise<void> {
  const { table, open, sealed, purpose, digest } = column;
  const fill = digest === undefined ? '' : `, ${digest.column} = fresh.digest`;
  await eachBatch(runner, { ...column, from: open }, async (rows) => {
    const vault = await vaultOf(runner);
    await runner.query(
      `update ${table} set ${sealed} = fresh.sealed ${fill}
         from unnest($1::int[], $2::bytea[], $3::bytea[]) as fresh (id, sealed, digest) where ${table}.id = fresh.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ text }) => vault.seal(purpose, text)),
        rows.map(({ text }) => (digest === undefined ? null : vault.digest(digest.purpose, text))),
      ],
    );
  });
}

/** The way back: fills the open column from the sealed one. */
export async function openColumn(runner: QueryRunner, column: SealedColumn): Promise<void> {
  const { table, open, sealed, purpose } = column;
  await eachBatch(runner, { ...column, from: `encode(${sealed}, 'hex')` }, async (rows) => {
    const vault = await vaultOf(runner);
    await runner.query(
      `update ${table} set ${open} = fresh.text from unnest($1::int[], $2::text[]) as fresh (id, text)
        where ${table}.id = fresh.id`,
      [rows.map(({ id }) => id), rows.map(({ text }) => vault.open(purpose, Buffer.from(text, 'hex')))],
    );
  });
}

async function eachBatch(
  runner: QueryRunner,
  { table, from, where = 'true' }: SealedColumn & { readonly from: string },
  act: (rows: readonly Row[]) => Promise<void>,
): Promise<void> {
  await runner.query(`alter table ${table} disable trigger user`);
  let last = 0;
  for (;;) {
    const rows = (await runner.query(
      `select id, ${from} as text from ${table} where id > $1 and ${from} is not null and ${where}
        order by id limit ${String(BATCH)}`,
      [last],
    )) as readonly Row[];
    const end = rows.at(-1);
    if (end === undefined) break;
    await act(rows);
    last = end.id;
  }
  await runner.query(`alter table ${table} enable trigger user`);
}
