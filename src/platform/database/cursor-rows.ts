import { queryRows, type Queryable } from './query-rows.js';

/** Enough that a round trip costs little, few enough that their memory does not show. */
const PAGE = 2_000;

let cursors = 0;

/**
 * The rows of a question with more of them than memory holds, a page at a time, all as they are when reading
 * begins. Call it inside a transaction, through which other questions may be asked between two rows.
 */
export async function* cursorRows<Row>(
  transaction: Queryable,
  sql: string,
  parameters: readonly unknown[] = [],
): AsyncGenerator<Row> {
  cursors += 1;
  const cursor = `rows_${String(cursors)}`;
  await transaction.query(`declare ${cursor} no scroll cursor for ${sql}`, [...parameters]);
  let isFinished = false;
  try {
    while (!isFinished) {
      const page = await queryRows<Row>(transaction, `fetch ${String(PAGE)} from ${cursor}`);
      isFinished = page.length < PAGE;
      yield* page;
    }
  } finally {
    // Nothing is closed after a failure: the transaction is over, and the cursor with it.
    await transaction.query(`close ${cursor}`).catch(() => undefined);
  }
}
