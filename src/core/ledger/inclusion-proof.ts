import { invariant } from '../shared/invariant.js';
import { daysInclusive, plainDate, type PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { DomainError } from '../shared/domain-error.js';
import { ByteWriter } from './byte-writer.js';
import type { AccountTotals, SealedBatch, SealedEntry, Sha256 } from './chain-hash.js';

export const PROOF_VERSION = 1;
export const MEMO_BYTES_MAX = 0xffff;

/** How an account's totals are followed: its name as text, or only its hash. */
export const balanceForms = { hash: 0, accounts: 1 } as const;

/** A batch header as it is hashed, without its trial balance and root; texts are hashed already. */
export interface ProofHeader extends Pick<
  SealedBatch,
  | 'id'
  | 'kind'
  | 'effectiveOn'
  | 'period'
  | 'requestHash'
  | 'recordedAtMicroseconds'
  | 'entryCount'
  | 'debitTotal'
  | 'position'
  | 'previousHash'
> {
  readonly keyHash: Uint8Array;
  readonly actorHash: Uint8Array;
}

/** An entry as it is hashed; its batch and kind are those of the header. */
export type ProofEntry = Omit<SealedEntry, 'batchId' | 'kind' | 'hash'>;

/** Totals of an account: with its name, `A:Assets:…`, where the entry uses it, else with the hash of its name. */
export interface NamedTotals extends AccountTotals {
  readonly name: string | Uint8Array;
}

/** The trial balance of the batch: whole, which seals the names of accounts, or only its hash. */
export type ProofBalance = { readonly accounts: readonly NamedTotals[] } | { readonly hash: Uint8Array };

/** That one entry is in one batch of the chain, for whoever trusts a hash (layout: README.md in this folder). */
export interface InclusionProof {
  readonly header: ProofHeader;
  readonly entry: ProofEntry;
  readonly balance: ProofBalance;
  /** Sibling hashes, from the leaf up, each level in order. */
  readonly path: readonly Uint8Array[];
  /** The batches behind it in the chain, as `chainLink` gives them; none where the batch's own hash is trusted. */
  readonly links: readonly Uint8Array[];
}

/**
 * The bytes of a proof.
 * @throws DomainError `proof.memo-too-long` when the memo has more bytes than its length field can say
 */
export function encodeProof({ header, entry, balance, path, links }: InclusionProof): Uint8Array {
  const writer = new ByteWriter().raw(Uint8Array.of(PROOF_VERSION)).raw(headerBytes(header));
  writeEntry(writer, entry);
  writeBalance(writer, balance, new Set(entry.accounts));
  for (const sibling of path) writer.raw(sibling);
  writer.int2(links.length);
  for (const link of links) writer.raw(link);
  return writer.bytes();
}

/** The header as it stands in a proof and, behind `03 01`, in the bytes that the batch hash is over. */
export function headerBytes(header: ProofHeader): Uint8Array {
  return new ByteWriter()
    .raw(header.previousHash)
    .int8(header.position)
    .int8(BigInt(header.id))
    .int2(header.kind)
    .int4(dayNumber(header.effectiveOn))
    .raw(utf8(header.period))
    .raw(header.keyHash)
    .raw(header.requestHash)
    .int8(header.recordedAtMicroseconds)
    .raw(header.actorHash)
    .int4(header.entryCount)
    .int8(header.debitTotal)
    .bytes();
}

/** What a batch adds to the chain behind its previous hash and position. */
export function chainLink(header: ProofHeader, balanceHash: Uint8Array, root: Uint8Array): Uint8Array {
  const content = headerBytes(header).subarray(HASH_AND_POSITION_BYTES);
  return new ByteWriter().raw(content).raw(balanceHash).raw(root).bytes();
}

const HASH_AND_POSITION_BYTES = 40;

/** The hash of the trial balance that the batch hash is over. */
export function balanceHashOf(balance: ProofBalance, sha256: Sha256): Uint8Array {
  if ('hash' in balance) return balance.hash;
  const writer = new ByteWriter();
  for (const { accountId, name, debit, credit } of balance.accounts) {
    const nameHash = typeof name === 'string' ? sha256(utf8(name)) : name;
    writer.int4(accountId).raw(nameHash).int8(debit).int8(credit);
  }
  return sha256(writer.bytes());
}

/** Days since 2000-01-01, as they are hashed. */
export function dayNumber(day: PlainDate): number {
  return daysInclusive(plainDate('2000-01-01'), day) - 1;
}

function writeEntry(writer: ByteWriter, entry: ProofEntry): void {
  const memo = utf8(entry.memo);
  if (memo.length > MEMO_BYTES_MAX) {
    throw new DomainError('invalid', 'proof.memo-too-long', { bytes: memo.length, max: MEMO_BYTES_MAX });
  }
  writer
    .int4(entry.sequence)
    .int8(BigInt(entry.partyId))
    .int8(entry.regionDigits)
    .int8(BigInt(entry.reversesBatchId ?? 0))
    .int4(entry.reversesSequence ?? 0)
    .int2(memo.length)
    .raw(memo)
    .int2(entry.accounts.length);
  entry.accounts.forEach((account, index) => writer.int4(account).int8(amountAt(entry.amounts, index)));
}

function amountAt(amounts: readonly Rupiah[], index: number): Rupiah {
  const amount = amounts[index];
  invariant(amount !== undefined, 'every line has an amount');
  return amount;
}

function writeBalance(writer: ByteWriter, balance: ProofBalance, used: ReadonlySet<number>): void {
  if ('hash' in balance) {
    writer.raw(Uint8Array.of(balanceForms.hash)).raw(balance.hash);
    return;
  }
  writer.raw(Uint8Array.of(balanceForms.accounts)).int2(balance.accounts.length);
  for (const { accountId, name, debit, credit } of balance.accounts) {
    invariant(
      used.has(accountId) === (typeof name === 'string'),
      'the accounts of the entry have their names',
    );
    writer.int4(accountId);
    if (typeof name === 'string') writer.int2(utf8(name).length).raw(utf8(name));
    else writer.raw(name);
    writer.int8(debit).int8(credit);
  }
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
