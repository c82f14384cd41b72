import { groupBy } from '../shared/group-by.js';
import { fiscalYearOf, type ServiceMonth } from '../shared/service-month.js';
import { inBookOrder, sidesOf, type BookEntry, type PeriodTotal } from './book-entry.js';
import { batchDescription, batchEvidence, transferEvidence } from './evidence.js';
import { runningBook, type BookBefore, type BookMove, type RunningBook } from './running-book.js';

export interface CashMove extends BookMove {
  /** Activity and account code of what was paid for or received, `2.2.02 / 5.2.2.03`. */
  readonly code: string;
}

export type CashBook = RunningBook<CashMove>;

/** What the cash books of a month are made of. */
export interface CashBookFacts {
  readonly month: ServiceMonth;
  readonly cashAccountId: number;
  /** Of the cash account; months after the book's are left out. */
  readonly totals: readonly PeriodTotal[];
  /** Entries that touch the cash account; those of other months are left out. */
  readonly entries: readonly BookEntry[];
  /** The code under which an account stands in the budget. */
  readonly codeOf: (accountId: number) => string;
}

/**
 * Buku Kas Umum: one row a batch, that is, a payment request (SPP), a bank return list or a tranche. All honor
 * goes by transfer, so cash and bank are one account; what tells the two books apart is their grain. This one
 * holds what the officials decided, and `bankBook` what the bank then shows on its statement.
 */
export function generalCashBook(facts: CashBookFacts): CashBook {
  const batches = groupBy(entriesOfMonth(facts), (entry) => entry.batchId);
  const moves = [...batches.values()].map((entries): CashMove => {
    const [first] = entries;
    const sides = entries.map((entry) => sidesOf(entry, isCash(facts)));
    return {
      on: first.effectiveOn,
      code: codesOf(entries, facts),
      evidence: batchEvidence(entries),
      description: batchDescription(entries),
      receipt: sides.reduce((sum, { debit }) => sum + debit, 0n),
      payment: sides.reduce((sum, { credit }) => sum + credit, 0n),
    };
  });
  return runningBook(facts.month, beforeOf(facts), moves);
}

/** Buku Bank: one row a transfer, a returned transfer or a sum received, each with its reference. */
export function bankBook(facts: CashBookFacts): CashBook {
  const moves = entriesOfMonth(facts).map((entry): CashMove => {
    const { debit, credit } = sidesOf(entry, isCash(facts));
    return {
      on: entry.effectiveOn,
      code: codesOf([entry], facts),
      evidence: transferEvidence(entry),
      description: entry.memo,
      receipt: debit,
      payment: credit,
    };
  });
  return runningBook(facts.month, beforeOf(facts), moves);
}

function isCash({ cashAccountId }: CashBookFacts): (accountId: number) => boolean {
  return (accountId) => accountId === cashAccountId;
}

function entriesOfMonth({ entries, month, cashAccountId }: CashBookFacts): BookEntry[] {
  return inBookOrder(
    entries.filter((entry) => entry.period === month && entry.accounts.includes(cashAccountId)),
  );
}

function beforeOf({ totals, month, cashAccountId }: CashBookFacts): BookBefore {
  const earlier = totals.filter((total) => total.accountId === cashAccountId && total.period < month);
  const ofYear = earlier.filter(({ period }) => fiscalYearOf(period) === fiscalYearOf(month));
  return {
    opening: earlier.reduce((sum, { debit, credit }) => sum + debit - credit, 0n),
    thisYear: {
      receipts: ofYear.reduce((sum, { debit }) => sum + debit, 0n),
      payments: ofYear.reduce((sum, { credit }) => sum + credit, 0n),
    },
  };
}

function codesOf(entries: readonly BookEntry[], { cashAccountId, codeOf }: CashBookFacts): string {
  const others = entries.flatMap(({ accounts }) => accounts.filter((account) => account !== cashAccountId));
  return [...new Set(others)].map(codeOf).sort().filter(isFirst).join('; ');
}

function isFirst(code: string, index: number, codes: readonly string[]): boolean {
  return codes.indexOf(code) === index;
}
