import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';

/** One entry of the ledger with what its batch says of it, as the books need it. */
export interface BookEntry {
  readonly batchId: number;
  readonly sequence: number;
  /** Place of its batch in the chain, from 1. */
  readonly position: bigint;
  /** The day it counts. */
  readonly effectiveOn: PlainDate;
  /** The month in which it is reported: later than that of its day when it came after a closing. */
  readonly period: ServiceMonth;
  readonly memo: string;
  /** The kader, or 0 for none. */
  readonly partyId: number;
  readonly accounts: readonly number[];
  /** As many as accounts: debit above zero, credit below. */
  readonly amounts: readonly Rupiah[];
}

/** Debits and credits of an account in one reporting period, neither below zero. */
export interface PeriodTotal {
  readonly accountId: number;
  readonly period: ServiceMonth;
  readonly debit: Rupiah;
  readonly credit: Rupiah;
}

/** Entries as a book reads: by day, then as they stand in the chain; whatever order they came in. */
export function inBookOrder<Entry extends Pick<BookEntry, 'effectiveOn' | 'position' | 'sequence'>>(
  entries: readonly Entry[],
): Entry[] {
  return [...entries].sort(
    (one, other) =>
      compare(one.effectiveOn, other.effectiveOn) ||
      compare(one.position, other.position) ||
      one.sequence - other.sequence,
  );
}

/** What an entry debits and credits these accounts, neither below zero. */
export function sidesOf(
  entry: BookEntry,
  isCounted: (accountId: number) => boolean,
): { readonly debit: Rupiah; readonly credit: Rupiah } {
  let [debit, credit] = [0n, 0n];
  entry.accounts.forEach((account, index) => {
    const amount = entry.amounts[index] ?? 0n;
    if (!isCounted(account)) return;
    if (amount > 0n) debit += amount;
    else credit -= amount;
  });
  return { debit, credit };
}

function compare<Value extends string | bigint>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
