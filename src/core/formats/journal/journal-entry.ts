import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';

/** An account of the books. A asset, L liability, E equity, R revenue, X expense. */
export interface JournalAccount {
  /** Parts parted by colons: "Expenses:Honor:13-10-04-2001:ADN-2026". */
  readonly code: string;
  readonly type: 'A' | 'L' | 'E' | 'R' | 'X';
}

/** Debit above zero, credit below. */
interface JournalLine {
  readonly account: string;
  readonly amount: Rupiah;
}

/** One ledger entry, as an independent accounting program reads it. */
export interface JournalEntry {
  readonly batch: number;
  /** Its place in the batch, from 1. */
  readonly sequence: number;
  readonly date: PlainDate;
  readonly memo: string;
  readonly partyId: number;
  /** The entry's hash in the ledger, hex. */
  readonly leaf: string;
  readonly lines: readonly JournalLine[];
}
