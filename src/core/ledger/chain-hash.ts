import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { ByteWriter } from './byte-writer.js';

/** SHA-256; passed in, because the core does no I/O and knows no platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

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
  node: Uint8Array.of(0x01, 0x01),
  batch: Uint8Array.of(0x03, 0x01),
} as const;

const MERKLE_ARITY = 16;
const DAY_ZERO = Date.UTC(2000, 0, 1);
const MILLISECONDS_A_DAY = 86_400_000;

/** The hash before the first batch. */
export function genesisHash(sha256: Sha256): Uint8Array {
  return sha256(utf8('honor-kader ledger genesis v1'));
}

export function leafHash(entry: Omit<SealedEntry, 'hash'>, sha256: Sha256): Uint8Array {
  const writer = new ByteWriter()
    .raw(domains.leaf)
    .int8(BigInt(entry.batchId))
    .int4(entry.sequence)
    .int2(entry.kind)
    .int8(BigInt(entry.partyId))
    .int8(entry.regionDigits)
    .int8(BigInt(entry.reversesBatchId ?? 0))
    .int4(entry.reversesSequence ?? 0)
    .raw(sha256(utf8(entry.memo)))
    .int2(entry.accounts.length);
  entry.accounts.forEach((account, index) => writer.int4(account).int8(entry.amounts[index] ?? 0n));
  return sha256(writer.bytes());
}

/** The root of a 16-ary Merkle tree; a single leaf is its own root. */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  let level = leaves;
  while (level.length > 1) {
    const parents: Uint8Array[] = [];
    for (let start = 0; start < level.length; start += MERKLE_ARITY) {
      const writer = new ByteWriter().raw(domains.node);
      for (const child of level.slice(start, start + MERKLE_ARITY)) writer.raw(child);
      parents.push(sha256(writer.bytes()));
    }
    level = parents;
  }
  return level[0] ?? new Uint8Array();
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
    .int4((Date.parse(batch.effectiveOn) - DAY_ZERO) / MILLISECONDS_A_DAY)
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

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
