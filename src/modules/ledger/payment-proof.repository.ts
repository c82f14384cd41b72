import { Injectable } from '@nestjs/common';
import type { SealedBatch, SealedEntry } from '../../core/ledger/chain-hash.js';
import type { NamedTotals } from '../../core/ledger/inclusion-proof.js';
import { queryRow, queryRows, type Queryable } from '../../platform/database/query-rows.js';
import { askedKader } from '../../platform/secrets/asked-kader.js';
import { FieldVault } from '../../platform/secrets/field-vault.js';

export interface EntryPlace {
  readonly batchId: number;
  readonly sequence: number;
}

/** A sealed batch behind another one in the chain, with the hash of its trial balance. */
export interface LaterBatch extends SealedBatch {
  readonly balanceHash: Buffer;
}

const BATCH_COLUMNS = `
  id, kind, effective_on as "effectiveOn", period, idempotency_key as "idempotencyKey", request_hash as "requestHash",
  (extract(epoch from recorded_at) * 1000000)::bigint as "recordedAtMicroseconds", actor, entry_count as "entryCount",
  debit_total as "debitTotal", root, position, previous_hash as "previousHash", hash`;

@Injectable()
export class PaymentProofRepository {
  constructor(private readonly vault: FieldVault) {}

  /** Where the payment of a kader (NIK of 16 digits, or number) by this request was recorded. */
  async paymentPlace(
    database: Queryable,
    { kader, request }: { kader: string; request: string },
  ): Promise<EntryPlace | undefined> {
    const { nikDigest, id } = askedKader(this.vault, kader);
    const [place] = await queryRows<EntryPlace>(
      database,
      `select entry_batch_id as "batchId", entry_sequence as sequence
       from disbursement
       join payment_request on payment_request.id = request_id
       join kader on kader.id = kader_id
       where payment_request.number = $3 and entry_batch_id is not null
         and (kader.nik_digest = $1 or kader.id = $2)`,
      [nikDigest, id, request],
    );
    return place;
  }

  async batch(database: Queryable, batchId: number): Promise<SealedBatch | undefined> {
    const [batch] = await queryRows<SealedBatch>(
      database,
      `select ${BATCH_COLUMNS} from ledger.batch where id = $1 and hash is not null and isfinite(recorded_at)`,
      [batchId],
    );
    return batch;
  }

  async entry(database: Queryable, place: EntryPlace): Promise<Omit<SealedEntry, 'hash'> | undefined> {
    const [entry] = await queryRows<Omit<SealedEntry, 'hash'>>(
      database,
      `select batch_id as "batchId", sequence, kind, party_id as "partyId", region_digits as "regionDigits", accounts,
              amounts, reverses_batch_id as "reversesBatchId", reverses_sequence as "reversesSequence", memo
       from ledger.entry where batch_id = $1 and sequence = $2`,
      [place.batchId, place.sequence],
    );
    return entry;
  }

  /** The leaf hashes of the entries in the same group of sixteen, that of the entry itself left out. */
  async leafSiblings(database: Queryable, { batchId, sequence }: EntryPlace): Promise<Buffer[]> {
    const rows = await queryRows<{ hash: Buffer }>(
      database,
      `select hash from ledger.entry
       where batch_id = $1 and (sequence - 1) >> 4 = ($2::int - 1) >> 4 and sequence <> $2
         and sequence between $2::int - 15 and $2::int + 15
       order by sequence`,
      [batchId, sequence],
    );
    return rows.map(({ hash }) => hash);
  }

  /**
   * The nodes right above the leaves, in order. They are a sixteenth of the tree: the database hashes the rest,
   * and of 1.5 million entries 3 MB are read.
   */
  async lowestNodes(database: Queryable, batchId: number): Promise<Buffer[]> {
    const { nodes } = await queryRow<{ nodes: Buffer | null }>(
      database,
      `select string_agg(node, ''::bytea order by number) as nodes
       from (select (sequence - 1) >> 4 as number,
                    sha256('\\x0101'::bytea || string_agg(hash, ''::bytea order by sequence)) as node
             from ledger.entry where batch_id = $1 group by 1) as lowest`,
      [batchId],
    );
    const count = (nodes?.length ?? 0) / 32;
    return Array.from(
      { length: count },
      (_, index) => nodes?.subarray(32 * index, 32 * (index + 1)) ?? Buffer.of(),
    );
  }

  /** The trial balance of a batch, with `type:code` of every account. */
  totals(database: Queryable, batchId: number): Promise<(NamedTotals & { name: string })[]> {
    return queryRows(
      database,
      `select account_id as "accountId", type || ':' || code as name, debit, credit
       from ledger.batch_account join ledger.account on account.id = account_id
       where batch_id = $1 order by account_id`,
      [batchId],
    );
  }

  /** Every batch behind this position, in the order of the chain. */
  batchesAfter(database: Queryable, position: bigint): Promise<LaterBatch[]> {
    return queryRows(
      database,
      `select ${BATCH_COLUMNS}, sha256(coalesce(balance, '')) as "balanceHash"
       from ledger.batch cross join lateral (
         select string_agg(int4send(account_id) || sha256(ledger.utf8(type || ':' || code)) || int8send(debit)
                || int8send(credit), ''::bytea order by account_id) as balance
         from ledger.batch_account join ledger.account on account.id = account_id where batch_id = batch.id) as total
       where position > $1 order by position`,
      [position],
    );
  }
}
