import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import {
  batchHash,
  LeafHasher,
  type AccountNames,
  type AccountTotals,
  type ChainPlace,
  type SealedBatch,
  type SealedEntry,
  type Sha256,
} from './chain-hash.js';
import { isClosingKind } from './closing.js';
import { MerkleTree } from './merkle-tree.js';

/** A batch of which every entry was changed is named a thousand times, and the rest counted. */
const ENTRY_PROBLEMS_NAMED = 1_000;

/**
 * Recomputes everything a sealed batch claims, from its entries, and names what does not hold. Nothing that
 * the database computed is trusted but the hash before it, which the caller has just verified. Values that
 * cannot be hashed at all (a missing amount, a day out of the calendar) are named too.
 */
export class BatchVerifier {
  private readonly tree: MerkleTree;
  private readonly leaves: LeafHasher;
  private entryCount = 0;
  private namedAtMost = ENTRY_PROBLEMS_NAMED;
  private unnamed = 0;
  private readonly totals = new Map<number, { debit: Rupiah; credit: Rupiah }>();
  private readonly problems: DomainError[] = [];

  constructor(
    private readonly batch: SealedBatch,
    private readonly names: AccountNames,
    private readonly sha256: Sha256,
  ) {
    this.tree = new MerkleTree(sha256);
    this.leaves = new LeafHasher(sha256);
  }

  /** Takes the entries of the batch in order of sequence. */
  add(entry: SealedEntry): void {
    this.reading(() => {
      this.check(entry);
    });
  }

  /** What is wrong with the batch, given what stands before it and the stored trial balance. */
  finish(previous: ChainPlace, storedTotals: readonly AccountTotals[]): readonly DomainError[] {
    const { batch } = this;
    this.namedAtMost = Infinity;
    if (this.unnamed > 0) {
      const facts = { batch: batch.id, count: this.unnamed };
      this.problems.push(new DomainError('conflict', 'ledger.more-problems', facts));
    }
    this.reading(() => {
      this.checkContent(storedTotals);
    });
    const follows = batch.position === previous.position + 1n;
    if (!follows || !sameBytes(previous.hash, batch.previousHash)) {
      const facts = { batch: batch.id, position: Number(batch.position) };
      this.problems.push(new DomainError('conflict', 'ledger.chain-broken', facts));
    }
    return this.problems;
  }

  private check(entry: SealedEntry): void {
    const place = { batch: entry.batchId, sequence: entry.sequence };
    if (entry.sequence !== this.entryCount + 1) this.report('ledger.sequence-gap', place);
    if (sumRupiah(entry.amounts) !== 0n) this.report('ledger.entry-unbalanced', place);
    const leaf = this.leaves.hash(entry);
    if (!sameBytes(leaf, entry.hash)) this.report('ledger.leaf-differs', place);
    this.tree.add(leaf);
    this.entryCount += 1;
    entry.accounts.forEach((account, index) => {
      this.count(account, entry.amounts[index] ?? 0n);
    });
  }

  private checkContent(storedTotals: readonly AccountTotals[]): void {
    const { batch, names, sha256, entryCount } = this;
    if (batch.entryCount !== entryCount) {
      const facts = { batch: batch.id, expected: batch.entryCount, found: entryCount };
      this.problems.push(new DomainError('conflict', 'ledger.count-differs', facts));
    }
    // Without entries the root is over what the closing states, which is checked where the periods are.
    const root = isClosingKind(batch.kind) ? batch.root : this.tree.root();
    if (!sameBytes(root, batch.root)) this.report('ledger.root-differs', { batch: batch.id });
    const totals = this.sortedTotals();
    if (!sameTotals(totals, storedTotals)) this.report('ledger.trial-balance-differs', { batch: batch.id });
    const debitTotal = sumRupiah(totals.map((account) => account.debit));
    const computed = batchHash({ ...batch, entryCount, debitTotal, root }, totals, names, sha256);
    const isAsSealed = batch.debitTotal === debitTotal && sameBytes(computed, batch.hash);
    if (!isAsSealed) this.report('ledger.header-differs', { batch: batch.id });
  }

  private reading(read: () => void): void {
    const findings = unreadable(this.batch, () => {
      read();
      return [];
    });
    for (const finding of findings) this.name(finding);
  }

  private name(problem: DomainError): void {
    if (this.problems.length < this.namedAtMost) this.problems.push(problem);
    else this.unnamed += 1;
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
    this.name(new DomainError('conflict', code, { sequence: 0, ...facts }));
  }
}

/**
 * What a check finds. Whoever writes past the constraints can store what no hash can be made of: that is a
 * finding too, not a crash.
 */
export function unreadable(
  batch: Pick<SealedBatch, 'id'>,
  check: () => readonly DomainError[],
): readonly DomainError[] {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    const facts = { batch: batch.id, reason: error.message };
    return [new DomainError('conflict', 'ledger.batch-unreadable', facts)];
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
  if (one.length !== other.length) return false;
  // A loop: this compares millions of hashes, and a call a byte would take most of the time.
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

function sameTotals(one: readonly AccountTotals[], other: readonly AccountTotals[]): boolean {
  const text = (totals: readonly AccountTotals[]) =>
    totals.map((total) => `${String(total.accountId)}:${String(total.debit)}:${String(total.credit)}`).join();
  return text(one) === text(other);
}
