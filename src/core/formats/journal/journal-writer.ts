import type { JournalEntry } from './journal-entry.js';

/** Writes the books a piece at a time, so that whoever has the entries may be slower than whoever writes. */
export interface JournalWriter {
  /** What stands before the first entry. Call it first. */
  opening(): Iterable<string>;
  /** @throws when the entry does not balance, comes out of date order or names an account nobody declared */
  entry(entry: JournalEntry): Iterable<string>;
  /** What each account must hold at the end; nothing when there was no entry. */
  closing(): Iterable<string>;
}
