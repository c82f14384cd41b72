import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg, { type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { invariant } from '../../core/shared/invariant.js';
import { copyLine, type CopyValue } from './copy-line.js';
import type { Tx } from './transaction.js';

export type CopyRow = readonly CopyValue[];

// Large enough that a write costs little, small enough that a slow server holds back the producer of rows.
const CHUNK_CHARACTERS = 64 * 1024;

/**
 * Inserts many rows at once, in the order given, and returns how many. Part of the transaction: when a row
 * is refused, or `rows` throws, none of them stays. `table` and `columns` are written as in SQL, unquoted.
 */
export async function copyInto(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
): Promise<number> {
  invariant(tx.queryRunner?.isTransactionActive === true, 'copyInto runs inside a transaction');
  const client = (await tx.queryRunner.connect()) as PoolClient;
  const names = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const target = table
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
  const copy = client.query(copyFrom(`copy ${target} (${names}) from stdin`));
  await pipeline(Readable.from(chunksOf(rows, columns.length)), copy);
  return copy.rowCount;
}

async function* chunksOf(
  rows: Iterable<CopyRow> | AsyncIterable<CopyRow>,
  width: number,
): AsyncGenerator<Buffer> {
  const chunk = new Chunk(width);
  // Awaiting each row of a plain iterable would cost more than writing it.
  if (Symbol.iterator in rows) for (const row of rows) if (chunk.isFullWith(row)) yield chunk.take();
  if (Symbol.asyncIterator in rows)
    for await (const row of rows) if (chunk.isFullWith(row)) yield chunk.take();
  yield chunk.take();
}

class Chunk {
  private text = '';

  constructor(private readonly width: number) {}

  isFullWith(row: CopyRow): boolean {
    invariant(row.length === this.width, 'a copied row has a value for each column');
    this.text += copyLine(row);
    return this.text.length >= CHUNK_CHARACTERS;
  }

  take(): Buffer {
    const bytes = encode(this.text);
    this.text = '';
    return bytes;
  }
}

// Half a surrogate pair has no UTF-8 form: Buffer would quietly store another character instead.
function encode(chunk: string): Buffer {
  invariant(!/\p{Surrogate}/u.test(chunk), 'copied text is well-formed Unicode');
  return Buffer.from(chunk, 'utf8');
}
