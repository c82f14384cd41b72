import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import {
  batchHash,
  leafHash,
  merkleRoot,
  type AccountNames,
  type AccountTotals,
  type ChainPlace,
  type SealedBatch,
  type SealedEntry,
  type Sha256,
} from './chain-hash.js';

/**
 * Recomputes everything a sealed batch claims, from its entries, and names what does not hold. Nothing that
 * the database computed is trusted but the hash before it, which the caller has just verified. Values that
 * cannot be hashed at all (a missing amount, a day out of the calendar) are named too.
 */
export class BatchVerifier {
  private readonly leaves: Uint8Array[] = [];
  private readonly totals = new Map<number, { debit: Rupiah; credit: Rupiah }>();
  private readonly problems: DomainError[] = [];

  constructor(
    private readonly batch: SealedBatch,
    private readonly names: AccountNames,
    private readonly sha256: Sha256,
  ) {}

  /** Takes the entries of the batch in order of sequence. */
  add(entry: SealedEntry): void {
    this.reading(() => {
      this.check(entry);
    });
  }

  /** What is wrong with the batch, given what stands before it and the stored trial balance. */
  finish(previous: ChainPlace, storedTotals: readonly AccountTotals[]): readonly DomainError[] {
    this.reading(() => {
      this.checkContent(storedTotals);
    });
    const { batch } = this;
    const follows = batch.position === previous.position + 1n;
    if (!follows || !sameBytes(previous.hash, batch.previousHash)) {
      const facts = { batch: batch.id, position: Number(batch.position) };
      this.problems.push(new DomainError('conflict', 'ledger.chain-broken', facts));
    }
    return this.problems;
  }

  private check(entry: SealedEntry): void {
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

  private checkContent(storedTotals: readonly AccountTotals[]): void {
    const { batch, names, sha256 } = this;
    const entryCount = this.leaves.length;
    if (batch.entryCount !== entryCount) {
      const facts = { batch: batch.id, expected: batch.entryCount, found: entryCount };
      this.problems.push(new DomainError('conflict', 'ledger.count-differs', facts));
    }
    const root = merkleRoot(this.leaves, sha256);
    if (!sameBytes(root, batch.root)) this.report('ledger.root-differs', { batch: batch.id });
    const totals = this.sortedTotals();
    if (!sameTotals(totals, storedTotals)) this.report('ledger.trial-balance-differs', { batch: batch.id });
    const debitTotal = sumRupiah(totals.map((account) => account.debit));
    const computed = batchHash({ ...batch, entryCount, debitTotal, root }, totals, names, sha256);
    const isAsSealed = batch.debitTotal === debitTotal && sameBytes(computed, batch.hash);
    if (!isAsSealed) this.report('ledger.header-differs', { batch: batch.id });
  }

  // Whoever writes past the constraints can store what no hash can be made of: that is a finding, not a crash.
  private reading(read: () => void): void {
    try {
      read();
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
      const facts = { batch: this.batch.id, reason: error.message };
      this.problems.push(new DomainError('conflict', 'ledger.batch-unreadable', facts));
    }
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
