import { Injectable } from '@nestjs/common';
import type { SealedEntry } from '../../core/ledger/chain-hash.js';
import type { StoredClosing } from '../../core/ledger/verify-periods.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import { cursorRows } from '../../platform/database/cursor-rows.js';
import { queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { LedgerAccount, StoredBatch } from './ledger.repository.js';

/** An entry with the day it counts on. */
export type DatedEntry = SealedEntry & { readonly effectiveOn: PlainDate };

const BATCH_COLUMNS = `
  id, kind, effective_on as "effectiveOn", period, idempotency_key as "idempotencyKey", request_hash as "requestHash",
  case when isfinite(recorded_at) then (extract(epoch from recorded_at) * 1000000)::bigint end as "recordedAtMicroseconds", actor, entry_count as "entryCount",
  debit_total as "debitTotal", root, position, previous_hash as "previousHash", hash,
  num_nulls(position, root, previous_hash, hash) = 0 as "isSealed"`;

const ENTRY_COLUMNS = `
  entry.batch_id as "batchId", entry.sequence, entry.kind, entry.party_id as "partyId", entry.region_digits as "regionDigits",
  entry.accounts, entry.amounts, entry.reverses_batch_id as "reversesBatchId", entry.reverses_sequence as "reversesSequence",
  entry.memo, entry.hash`;

// An entry of another payer, which a reader sees because it pays a kader of hers, belongs to the books over there.
const OF_SEEN_PAYERS = `
  (not row_security_active('ledger.entry') or entry.accounts && array(select seen_accounts()))`;

/** Reads the whole ledger row by row, however large it is. Call it inside one transaction: it uses cursors. */
@Injectable()
export class LedgerStreamRepository {
  /** Every batch, sealed or not, in order of the chain; behind them those that have no place in it. */
  batches(tx: Queryable): AsyncIterable<StoredBatch> {
    return cursorRows(tx, `select ${BATCH_COLUMNS} from ledger.batch order by position, id`);
  }

  /** The ids of every batch in the order of `batches`. */
  async *batchIds(tx: Queryable): AsyncGenerator<number> {
    const rows = cursorRows<{ id: number }>(tx, `select id from ledger.batch order by position, id`);
    for await (const { id } of rows) yield id;
  }

  /** The entries of a batch in order of sequence, also those with a forged one of zero or less. */
  entriesOf(tx: Queryable, batchId: number): AsyncIterable<SealedEntry> {
    return cursorRows(tx, `select ${ENTRY_COLUMNS} from ledger.entry where batch_id = $1 order by sequence`, [
      batchId,
    ]);
  }

  /** The accounts that `entriesByDate` names; for whoever sees everything all there are. */
  accountsOfEntries(tx: Queryable, position: bigint): Promise<LedgerAccount[]> {
    return queryRows(
      tx,
      `select id, code, type from ledger.account
       where not row_security_active('ledger.entry') or id in (
         select unnest(entry.accounts) from ledger.entry join ledger.batch on batch.id = entry.batch_id
         where batch.position <= $1 and ${OF_SEEN_PAYERS})
       order by id`,
      [position],
    );
  }

  /** Every entry of the chain up to a position, in order of the day it counts on; a reader's of her paying bodies. */
  entriesByDate(tx: Queryable, position: bigint): AsyncIterable<DatedEntry> {
    return cursorRows(
      tx,
      `select ${ENTRY_COLUMNS}, batch.effective_on as "effectiveOn"
       from ledger.entry join ledger.batch on batch.id = entry.batch_id
       where batch.position <= $1 and ${OF_SEEN_PAYERS}
       order by batch.effective_on, batch.position, entry.sequence`,
      [position],
    );
  }

  /** What is stored beside the batch of a closing or reopening. */
  async closingOf(tx: Queryable, batchId: number): Promise<StoredClosing | undefined> {
    const [closing] = await queryRows<StoredClosing>(
      tx,
      `select reason, requested_by as "requestedBy", balance_hash as "balanceHash"
       from ledger.closing where batch_id = $1`,
      [batchId],
    );
    return closing;
  }
}
