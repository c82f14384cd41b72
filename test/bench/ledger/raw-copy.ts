import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { nationalEntries, type BudgetLine } from './national-entries.js';

const CHUNK_CHARACTERS = 64 * 1024;

/**
 * The limit: the lines of the same entries as plain rows, by COPY, into a logged table without index, key,
 * check or trigger. Answers how many, and the seconds it took to the end of COMMIT.
 */
export async function rawCopy(owner: pg.Client, count: number, budgetLines: readonly BudgetLine[]) {
  await owner.query(`create table raw_line (batch_id int not null, sequence int not null, line_number smallint not null,
    account_id int not null, amount bigint not null)`);
  const start = performance.now();
  await owner.query('begin');
  const copy = owner.query(copyFrom('copy raw_line from stdin'));
  await pipeline(Readable.from(chunksOf(count, budgetLines)), copy);
  await owner.query('commit');
  const seconds = (performance.now() - start) / 1000;
  await owner.query('drop table raw_line');
  return { lines: copy.rowCount, seconds };
}

function* chunksOf(count: number, budgetLines: readonly BudgetLine[]): Generator<Buffer> {
  let text = '';
  let sequence = 0;
  for (const entry of nationalEntries(count, budgetLines)) {
    sequence += 1;
    entry.lines.forEach(({ accountId, amount }, index) => {
      text += `1\t${String(sequence)}\t${String(index + 1)}\t${String(accountId)}\t${String(amount)}\n`;
    });
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text, 'latin1');
    text = '';
  }
  yield Buffer.from(text, 'latin1');
}
