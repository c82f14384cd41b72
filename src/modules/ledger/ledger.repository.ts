import { Injectable } from '@nestjs/common';
import type { AccountTotals, SealedBatch } from '../../core/ledger/chain-hash.js';
import type { JournalBatch, JournalEntry } from '../../core/ledger/journal.js';
import type { StoredClosing } from '../../core/ledger/verify-periods.js';
import type { PlainDate } from '../../core/shared/plain-date.js';
import type { ServiceMonth } from '../../core/shared/service-month.js';
import { copyInto } from '../../platform/database/copy-into.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import type { Tx } from '../../platform/database/transaction.js';
import { mapLazily } from '../../platform/map-lazily.js';

export type AccountType = 'A' | 'L' | 'E' | 'R' | 'X';

export interface LedgerAccount {
  readonly id: number;
  readonly code: string;
  readonly type: AccountType;
}

export interface ChainHead {
  readonly position: bigint;
  readonly hash: Buffer;
}

/** A batch as it stands in the database; one that was never sealed can only be there by tampering. */
export interface StoredBatch extends SealedBatch {
  readonly isSealed: boolean;
}

const ENTRY_COLUMNS = [
  'batch_id',
  'sequence',
  'kind',
  'party_id',
  'region_digits',
  'accounts',
  'amounts',
  'reverses_batch_id',
  'reverses_sequence',
  'memo',
];

/** What is known of a batch before its entries. */
export interface BatchHeading {
  readonly kind: number;
  readonly effectiveOn: PlainDate;
  readonly idempotencyKey: string;
}

/** When, by whom and for which report a batch is recorded. */
export interface BatchRecord {
  readonly period: ServiceMonth;
  readonly recordedAt: Date;
  readonly actor: string;
}

@Injectable()
export class LedgerRepository {
  /** The account with this code, made if there is none. */
  async ensureAccount(tx: Tx, code: string, type: AccountType): Promise<number> {
    await tx.query(`insert into ledger.account (code, type) values ($1, $2) on conflict (code) do nothing`, [
      code,
      type,
    ]);
    const { id } = await queryRow<{ id: number }>(tx, `select id from ledger.account where code = $1`, [
      code,
    ]);
    return id;
  }

  accounts(database: Queryable): Promise<LedgerAccount[]> {
    return queryRows(database, `select id, code, type from ledger.account order by id`);
  }

  /** The month in which something of this month is reported; no period closes until the transaction ends. */
  async openPeriod(tx: Tx, month: ServiceMonth): Promise<ServiceMonth> {
    const { period } = await queryRow<{ period: ServiceMonth }>(
      tx,
      `select ledger.open_period($1) as period`,
      [month],
    );
    return period;
  }

  /** Opens a batch; undefined when a batch with this key is already there (or just got there). */
  async openBatch(tx: Tx, batch: BatchHeading, record: BatchRecord): Promise<number | undefined> {
    const [row] = await queryRows<{ id: number }>(
      tx,
      `insert into ledger.batch (kind, effective_on, period, idempotency_key, recorded_at, actor)
       values ($1, $2, $3, $4, $5, $6) on conflict (idempotency_key) do nothing returning id`,
      [batch.kind, batch.effectiveOn, record.period, batch.idempotencyKey, record.recordedAt, record.actor],
    );
    return row?.id;
  }

  async insertEntries(
    tx: Tx,
    { batchId, kind }: { batchId: number; kind: number },
    entries: JournalBatch['entries'],
  ): Promise<void> {
    const rows = mapLazily(entries, (entry, index) => entryRow(batchId, index + 1, kind, entry));
    await copyInto(tx, 'ledger.entry', ENTRY_COLUMNS, rows);
  }

  /** Trial balance, Merkle root and chain: from now on the batch cannot change. */
  async seal(tx: Tx, batchId: number, requestHash: Buffer): Promise<Buffer> {
    const { hash } = await queryRow<{ hash: Buffer }>(tx, `select ledger.seal($1, $2) as hash`, [
      batchId,
      requestHash,
    ]);
    return hash;
  }

  batchByKey(tx: Tx, key: string): Promise<{ id: number; hash: Buffer; requestHash: Buffer }> {
    return queryRow(
      tx,
      `select id, hash, request_hash as "requestHash" from ledger.batch where idempotency_key = $1`,
      [key],
    );
  }

  /** Undefined only when somebody deleted it. */
  async head(database: Queryable): Promise<ChainHead | undefined> {
    const [head] = await queryRows<ChainHead>(database, `select position, hash from ledger.chain_head`);
    return head;
  }

  /** The batch at the end of the chain; undefined before the first. */
  async lastBatch(database: Queryable): Promise<ChainHead | undefined> {
    const [last] = await queryRows<ChainHead>(
      database,
      `select position, hash from ledger.batch where position is not null order by position desc limit 1`,
    );
    return last;
  }

  totalsOf(database: Queryable, batchId: number): Promise<AccountTotals[]> {
    return queryRows(
      database,
      `select account_id as "accountId", debit, credit from ledger.batch_account where batch_id = $1 order by account_id`,
      [batchId],
    );
  }

  /** What each closing and reopening states, by its batch, in order of the chain. */
  async closings(database: Queryable): Promise<ReadonlyMap<number, StoredClosing>> {
    const rows = await queryRows<StoredClosing & { batchId: number }>(
      database,
      `select batch_id as "batchId", reason, requested_by as "requestedBy", balance_hash as "balanceHash"
       from ledger.closing left join ledger.batch on batch.id = batch_id order by position, batch_id`,
    );
    return new Map(rows.map((row) => [row.batchId, row]));
  }

  /** Batches that are not there but have entries, totals or a closing. */
  async orphanBatches(database: Queryable): Promise<number[]> {
    const rows = await queryRows<{ id: number }>(
      database,
      `select batch_id as id from ledger.entry where not exists (select 1 from ledger.batch where batch.id = batch_id)
       union
       select batch_id from ledger.batch_account where not exists (select 1 from ledger.batch where batch.id = batch_id)
       union
       select batch_id from ledger.closing where not exists (select 1 from ledger.batch where batch.id = batch_id)
       order by 1`,
    );
    return rows.map((row) => row.id);
  }

  /** Balance by account over the whole chain: debits less credits. */
  trialBalance(database: Queryable): Promise<{ code: string; type: AccountType; balance: bigint }[]> {
    return queryRows(
      database,
      `select code, type, sum(debit - credit)::bigint as balance
       from ledger.batch_account join ledger.account on account.id = account_id
       group by code, type order by code`,
    );
  }

  counts(database: Queryable): Promise<{ batches: number; entries: number; postings: number }> {
    return queryRow(
      database,
      `select (select count(*)::int from ledger.batch) as batches, count(*)::int as entries, coalesce(sum(cardinality(accounts)), 0)::int as postings from ledger.entry`,
    );
  }
}

function entryRow(batchId: number, sequence: number, kind: number, entry: JournalEntry) {
  return [
    batchId,
    sequence,
    kind,
    entry.partyId,
    entry.regionCode.replaceAll('.', ''),
    `{${entry.lines.map((line) => line.accountId).join()}}`,
    `{${entry.lines.map((line) => line.amount).join()}}`,
    entry.reverses?.batchId ?? null,
    entry.reverses?.sequence ?? null,
    entry.memo,
  ];
}
