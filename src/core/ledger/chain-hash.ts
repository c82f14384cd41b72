import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { ByteWriter } from './byte-writer.js';
import { MerkleTree } from './merkle-tree.js';
import type { Sha256 } from './sha256.js';

export type { Sha256 } from './sha256.js';

/** A stored entry as it is hashed. */
export interface SealedEntry {
  readonly batchId: number;
  readonly sequence: number;
  readonly kind: number;
  readonly partyId: number;
  readonly regionDigits: bigint;
  readonly accounts: readonly number[];
  readonly amounts: readonly Rupiah[];
  readonly reversesBatchId: number | null;
  readonly reversesSequence: number | null;
  readonly memo: string;
  readonly hash: Uint8Array;
}

/** A stored batch header as it is hashed. */
export interface SealedBatch {
  readonly id: number;
  readonly kind: number;
  readonly effectiveOn: PlainDate;
  readonly period: string;
  readonly idempotencyKey: string;
  readonly requestHash: Uint8Array;
  /** Microseconds since 1970. */
  readonly recordedAtMicroseconds: bigint;
  readonly actor: string;
  readonly entryCount: number;
  readonly debitTotal: Rupiah;
  readonly root: Uint8Array;
  readonly position: bigint;
  readonly previousHash: Uint8Array;
  readonly hash: Uint8Array;
}

/** Debits and credits of one account in one batch. */
export interface AccountTotals {
  readonly accountId: number;
  readonly debit: Rupiah;
  readonly credit: Rupiah;
}

/** Where a batch stands: the position and hash of the one before it, or of the genesis. */
export interface ChainPlace {
  readonly position: bigint;
  readonly hash: Uint8Array;
}

/** Type and code of each account by its id, `X:Expenses:Honor:…`: sealed, because a new name is a new meaning. */
export type AccountNames = ReadonlyMap<number, string>;

/** Which kind of bytes a hash is over, and the version of their layout: one can never pass for another. */
const domains = {
  leaf: Uint8Array.of(0x00, 0x01),
  batch: Uint8Array.of(0x03, 0x01),
} as const;

const DAY_ZERO = Date.UTC(2000, 0, 1);
const MILLISECONDS_A_DAY = 86_400_000;

/** The hash before the first batch. */
export function genesisHash(sha256: Sha256): Uint8Array {
  return sha256(utf8('honor-kader ledger genesis v1'));
}

export function leafHash(entry: Omit<SealedEntry, 'hash'>, sha256: Sha256): Uint8Array {
  return new LeafHasher(sha256).hash(entry);
}

/** Hashes leaves one after another. Most entries of a batch share their memo, which is then hashed once. */
export class LeafHasher {
  private readonly writer = new ByteWriter();
  private memo: { readonly text: string; readonly hash: Uint8Array } | undefined;

  constructor(private readonly sha256: Sha256) {}

  hash(entry: Omit<SealedEntry, 'hash'>): Uint8Array {
    const writer = this.writer
      .clear()
      .raw(domains.leaf)
      .int8(BigInt(entry.batchId))
      .int4(entry.sequence)
      .int2(entry.kind)
      .int8(BigInt(entry.partyId))
      .int8(entry.regionDigits)
      .int8(BigInt(entry.reversesBatchId ?? 0))
      .int4(entry.reversesSequence ?? 0)
      .raw(this.memoHash(entry.memo))
      .int2(entry.accounts.length);
    entry.accounts.forEach((account, index) => writer.int4(account).int8(entry.amounts[index] ?? 0n));
    return this.sha256(writer.view());
  }

  private memoHash(text: string): Uint8Array {
    if (this.memo?.text !== text) this.memo = { text, hash: this.sha256(utf8(text)) };
    return this.memo.hash;
  }
}

/** The root of a 16-ary Merkle tree; a single leaf is its own root, and no leaf has no root. */
export function merkleRoot(leaves: Iterable<Uint8Array>, sha256: Sha256): Uint8Array {
  const tree = new MerkleTree(sha256);
  for (const leaf of leaves) tree.add(leaf);
  return tree.root();
}

/** Debits and credits by account, in order of account, each account with its name as it is now. */
export function trialBalanceHash(
  totals: readonly AccountTotals[],
  names: AccountNames,
  sha256: Sha256,
): Uint8Array {
  const balance = new ByteWriter();
  for (const { accountId, debit, credit } of totals) {
    const name = sha256(utf8(names.get(accountId) ?? ''));
    balance.int4(accountId).raw(name).int8(debit).int8(credit);
  }
  return sha256(balance.bytes());
}

/** @throws RangeError when a value is none that can be hashed, as a day beyond the year 9999 */
export function batchHash(
  batch: Omit<SealedBatch, 'hash'>,
  totals: readonly AccountTotals[],
  names: AccountNames,
  sha256: Sha256,
): Uint8Array {
  const writer = new ByteWriter()
    .raw(domains.batch)
    .raw(batch.previousHash)
    .int8(batch.position)
    .int8(BigInt(batch.id))
    .int2(batch.kind)
    .int4(daysSinceZero(batch.effectiveOn))
    .raw(utf8(batch.period))
    .raw(sha256(utf8(batch.idempotencyKey)))
    .raw(batch.requestHash)
    .int8(batch.recordedAtMicroseconds)
    .raw(sha256(utf8(batch.actor)))
    .int4(batch.entryCount)
    .int8(batch.debitTotal)
    .raw(trialBalanceHash(totals, names, sha256))
    .raw(batch.root);
  return sha256(writer.bytes());
}

/** Strict: what is no such text, `Date` would read in the time zone of the machine, each machine another day. */
function daysSinceZero(day: PlainDate): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError(`"${day}" is not a day`);
  return (Date.parse(day) - DAY_ZERO) / MILLISECONDS_A_DAY;
}

const encoder = new TextEncoder();

function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}
