import type { Rupiah } from '../shared/rupiah.js';
import { journalEntry, type JournalEntry } from './journal.js';

/** The two accounts of a budget line: what honor cost it, and what it still owes kader. */
export interface SourceAccounts {
  readonly expenseAccountId: number;
  readonly payableAccountId: number;
}

/** A share of honor on one budget line; negative when it corrects an earlier one. */
export interface FundedAmount extends SourceAccounts {
  readonly amount: Rupiah;
}

type Heading = Pick<JournalEntry, 'partyId' | 'regionCode' | 'memo'>;

/** Honor earned: expense against payable to the kader, whether or not anybody pays yet. */
export function accrualEntry(heading: Heading, shares: readonly FundedAmount[]): JournalEntry {
  const lines = shares.flatMap(({ expenseAccountId, payableAccountId, amount }) => [
    { accountId: expenseAccountId, amount },
    { accountId: payableAccountId, amount: -amount },
  ]);
  return journalEntry({ ...heading, lines });
}

/** Honor paid: payable against the cash of the paying body. */
export function paymentEntry(
  heading: Heading,
  shares: readonly FundedAmount[],
  cashAccountId: number,
): JournalEntry {
  const lines = shares.flatMap(({ payableAccountId, amount }) => [
    { accountId: payableAccountId, amount },
    { accountId: cashAccountId, amount: -amount },
  ]);
  return journalEntry({ ...heading, lines });
}

/** The mirror of an entry: the bank returned the money, or the entry was wrong. Entries are never edited. */
export function reversalEntry(
  entry: JournalEntry,
  place: { readonly batchId: number; readonly sequence: number },
  memo: string,
): JournalEntry {
  const lines = entry.lines.map(({ accountId, amount }) => ({ accountId, amount: -amount }));
  return journalEntry({ ...entry, lines, memo, reverses: place });
}
