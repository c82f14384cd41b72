import {
  batchHash,
  leafHash,
  merkleRoot,
  type SealedBatch,
  type SealedEntry,
} from '../../src/core/ledger/chain-hash.js';
import type { InclusionProof, NamedTotals } from '../../src/core/ledger/inclusion-proof.js';
import { merklePath } from '../../src/core/ledger/merkle-path.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { sha256 } from '../../src/platform/sha256.js';

export interface ProvenEntry {
  readonly proof: InclusionProof;
  /** By the functions that verify a stored ledger: the hash that a right proof leads to. */
  readonly batchHash: Uint8Array;
}

const [CASH, PAYABLE] = [3, 7];

/** A batch of payments of this size and a proof for one of them (index from 0); the other leaves are made up. */
export function aProvenEntry({
  entryCount = 1,
  index = 0,
  memo = 'Pembayaran honor SPP-2026-13.10.04.2001-0001',
  accountCount = 2,
} = {}): ProvenEntry {
  const entry: Omit<SealedEntry, 'hash'> = {
    batchId: 12,
    sequence: index + 1,
    kind: 2,
    partyId: 4711,
    regionDigits: 1_310_042_001n,
    accounts: [PAYABLE, CASH],
    amounts: [225_000n, -225_000n],
    reversesBatchId: null,
    reversesSequence: null,
    memo,
  };
  const leaves = Array.from({ length: entryCount }, (_, leaf) => leafOfAnother(leaf));
  leaves[index] = Buffer.from(leafHash(entry, sha256));
  const accounts = totalsOf(accountCount);
  const batch = aBatch(entryCount, merkleRoot(leaves, sha256));
  const names = new Map(accounts.map(({ accountId, name }) => [accountId, name]));
  return {
    proof: {
      header: { ...batch, keyHash: sha256(batch.idempotencyKey), actorHash: sha256(batch.actor) },
      entry,
      balance: { accounts: accounts.map(namedWhenUsed) },
      path: merklePath(leaves, index, sha256),
      links: [],
    },
    batchHash: batchHash(batch, accounts, names, sha256),
  };
}

/** Not a hash of anything: a tree does not look into its leaves. */
function leafOfAnother(leaf: number): Uint8Array {
  const bytes = Buffer.alloc(32, 0xa5);
  bytes.writeUInt32BE(leaf);
  return bytes;
}

function totalsOf(count: number): (NamedTotals & { name: string })[] {
  const others = Array.from({ length: count - 2 }, (_, index) => 100 + index);
  return [CASH, PAYABLE, ...others].map((accountId) => ({
    accountId,
    name: accountId === CASH ? 'A:Assets:Cash:13-10-04-2001' : `L:Liabilities:Honor:DDS:${String(accountId)}`,
    debit: accountId === CASH ? 0n : 225_000n,
    credit: accountId === CASH ? 225_000n : 0n,
  }));
}

function namedWhenUsed(totals: NamedTotals & { name: string }): NamedTotals {
  const isUsed = totals.accountId === CASH || totals.accountId === PAYABLE;
  return isUsed ? totals : { ...totals, name: sha256(totals.name) };
}

function aBatch(entryCount: number, root: Uint8Array): Omit<SealedBatch, 'hash'> {
  return {
    id: 12,
    kind: 2,
    effectiveOn: plainDate('2026-10-05'),
    period: '2026-10',
    idempotencyKey: 'payment/1',
    requestHash: sha256('request'),
    recordedAtMicroseconds: 1_790_000_000_123_456n,
    actor: 'eka',
    entryCount,
    debitTotal: 225_000n * BigInt(entryCount),
    root,
    position: 12n,
    previousHash: sha256('previous'),
  };
}
