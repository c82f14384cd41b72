import type { SealedEntry } from '../../core/ledger/chain-hash.js';
import type { Queryable } from '../../platform/database/query-rows.js';
import type { LedgerRepository } from './ledger.repository.js';

const PAGE = 5_000;
// Below every int4, so that a row forged with a sequence of zero or less is read too.
const SEQUENCE_MIN = -2_147_483_648;

/** The entries of a batch in order of sequence, a page at a time: a batch may be larger than memory. */
export async function* entriesOfBatch(
  repository: LedgerRepository,
  database: Queryable,
  batchId: number,
): AsyncGenerator<SealedEntry> {
  let last = SEQUENCE_MIN;
  for (;;) {
    const page = await repository.entriesAfter(database, batchId, last, PAGE);
    yield* page;
    last = page.at(-1)?.sequence ?? last;
    if (page.length < PAGE) return;
  }
}
