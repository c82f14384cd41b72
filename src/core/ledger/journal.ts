import { invariant } from '../shared/invariant.js';
import type { PlainDate } from '../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';

/** What a batch records. The numbers are stored and hashed: never reuse one. */
export const batchKinds = {
  accrual: 1,
  payment: 2,
  return: 3,
  reversal: 4,
  /** Money that came into the cash of a paying body: a tranche of a funding source. */
  receipt: 5,
  /** Withheld tax or contributions handed on to whom they are owed. */
  remittance: 6,
  /**
   * What a budget line paid too much comes back: in cash from a kader, or from the line that has to bear it; 7 and 8
   * close and reopen periods.
   */
  recovery: 9,
} as const;
export type BatchKind = (typeof batchKinds)[keyof typeof batchKinds];

/** The party of an entry that is about no kader. */
export const NO_PARTY = 0;

/** One line of an entry: debit above zero, credit below, whole rupiah. */
interface JournalLine {
  readonly accountId: number;
  readonly amount: Rupiah;
}

/** An entry about one kader or, as with a tranche received, about none: its lines add up to zero. */
export interface JournalEntry {
  /** The kader, or `NO_PARTY`. */
  readonly partyId: number;
  /** Kemendagri code of the nagari, or of the region of an OPD, `13.10.04.2001`. */
  readonly regionCode: string;
  readonly lines: readonly JournalLine[];
  readonly memo: string;
  /** The entry this one undoes; an entry is undone at most once. */
  readonly reverses?: { readonly batchId: number; readonly sequence: number };
}

/** Entries that are posted and sealed together, all of one kind and effective day. */
export interface JournalBatch {
  readonly kind: BatchKind;
  readonly effectiveOn: PlainDate;
  /** The same key posts once; a retry with the same content answers the first outcome. */
  readonly idempotencyKey: string;
  /** In the order in which they are numbered; read once, so that a whole country can be streamed. */
  readonly entries: Iterable<JournalEntry> | AsyncIterable<JournalEntry>;
}

/** Adds up lines of the same account, drops those that cancel out, and checks the balance. */
export function journalEntry(entry: JournalEntry): JournalEntry {
  const byAccount = new Map<number, Rupiah>();
  for (const { accountId, amount } of entry.lines) {
    byAccount.set(accountId, (byAccount.get(accountId) ?? 0n) + amount);
  }
  const lines = [...byAccount]
    .map(([accountId, amount]) => ({ accountId, amount }))
    .filter((line) => line.amount !== 0n)
    .sort(debitsFirst);
  invariant(lines.length >= 2, 'an entry has a debit and a credit');
  invariant(sumRupiah(lines.map((line) => line.amount)) === 0n, 'an entry balances');
  return { ...entry, lines };
}

function debitsFirst(one: JournalLine, other: JournalLine): number {
  if (one.amount > 0n !== other.amount > 0n) return one.amount > 0n ? -1 : 1;
  return one.accountId - other.accountId;
}
