import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import {
  batchHash,
  leafHash,
  merkleRoot,
  type AccountTotals,
  type SealedBatch,
  type SealedEntry,
  type Sha256,
} from './chain-hash.js';

/**
 * Recomputes everything a sealed batch claims, from its entries, and names what does not hold. Nothing that
 * the database computed is trusted but the previous hash, which the caller has just verified.
 */
export class BatchVerifier {
  private readonly leaves: Uint8Array[] = [];
  private readonly totals = new Map<number, { debit: Rupiah; credit: Rupiah }>();
  private readonly problems: DomainError[] = [];

  constructor(
    private readonly batch: SealedBatch,
    private readonly sha256: Sha256,
  ) {}

  /** Takes the entries of the batch in order of sequence. */
  add(entry: SealedEntry): void {
    const place = { batch: entry.batchId, sequence: entry.sequence };
    if (entry.sequence !== this.leaves.length + 1) this.report('ledger.sequence-gap', place);
    if (sumRupiah(entry.amounts) !== 0n) this.report('ledger.entry-unbalanced', place);
    const leaf = leafHash(entry, this.sha256);
    if (!sameBytes(leaf, entry.hash)) this.report('ledger.leaf-differs', place);
    this.leaves.push(leaf);
    entry.accounts.forEach((account, index) => {
      this.count(account, entry.amounts[index] ?? 0n);
    });
  }

  /** What is wrong with the batch, given the hash that stands before it and the stored trial balance. */
  finish(previousHash: Uint8Array, storedTotals: readonly AccountTotals[]): readonly DomainError[] {
    const { batch, sha256 } = this;
    if (batch.entryCount !== this.leaves.length) {
      const facts = { batch: batch.id, expected: batch.entryCount, found: this.leaves.length };
      this.problems.push(new DomainError('conflict', 'ledger.count-differs', facts));
    }
    const root = merkleRoot(this.leaves, sha256);
    if (!sameBytes(root, batch.root)) this.report('ledger.root-differs', { batch: batch.id });
    const totals = this.sortedTotals();
    if (!sameTotals(totals, storedTotals)) this.report('ledger.trial-balance-differs', { batch: batch.id });
    const debitTotal = sumRupiah(totals.map((account) => account.debit));
    const computed = batchHash(
      { ...batch, entryCount: this.leaves.length, debitTotal, root },
      totals,
      sha256,
    );
    if (!sameBytes(computed, batch.hash)) this.report('ledger.header-differs', { batch: batch.id });
    if (!sameBytes(previousHash, batch.previousHash)) {
      const facts = { batch: batch.id, position: Number(batch.position) };
      this.problems.push(new DomainError('conflict', 'ledger.chain-broken', facts));
    }
    return this.problems;
  }

  private count(account: number, amount: Rupiah): void {
    const total = this.totals.get(account) ?? { debit: 0n, credit: 0n };
    if (amount > 0n) total.debit += amount;
    else total.credit -= amount;
    this.totals.set(account, total);
  }

  private sortedTotals(): AccountTotals[] {
    return [...this.totals]
      .map(([accountId, total]) => ({ accountId, ...total }))
      .sort((one, other) => one.accountId - other.accountId);
  }

  private report(code: BatchProblem, facts: { batch: number; sequence?: number }): void {
    this.problems.push(new DomainError('conflict', code, { sequence: 0, ...facts }));
  }
}

type BatchProblem =
  | 'ledger.sequence-gap'
  | 'ledger.entry-unbalanced'
  | 'ledger.leaf-differs'
  | 'ledger.root-differs'
  | 'ledger.trial-balance-differs'
  | 'ledger.header-differs';

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function sameTotals(one: readonly AccountTotals[], other: readonly AccountTotals[]): boolean {
  const text = (totals: readonly AccountTotals[]) =>
    totals.map((total) => `${String(total.accountId)}:${String(total.debit)}:${String(total.credit)}`).join();
  return text(one) === text(other);
}
