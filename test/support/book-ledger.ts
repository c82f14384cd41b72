import fc from 'fast-check';
import type { BookEntry, PeriodTotal } from '../../src/core/books/book-entry.js';
import type { BookHeading } from '../../src/core/books/paper/book-paper.js';
import { plainDate } from '../../src/core/shared/plain-date.js';
import { monthOf, serviceMonth } from '../../src/core/shared/service-month.js';

/** Accounts of two paying bodies: cash, what honor cost, what is owed, and income. */
export const CASH = { first: 1, second: 5 } as const;
export const EXPENSE = 2;
export const PAYABLE = 3;
export const bookAccounts = [
  { id: CASH.first, code: 'Assets:Cash:13-10-04-2001' },
  { id: EXPENSE, code: 'Expenses:Honor:13-10-04-2001:DDS-2026' },
  { id: PAYABLE, code: 'Liabilities:HonorPayable:13-10-04-2001:DDS-2026' },
  { id: 4, code: 'Income:Transfer:13-10-04-2001:DDS-2026' },
  { id: CASH.second, code: 'Assets:Cash:DINKES' },
] as const;

export const months = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].map(serviceMonth);

/** One entry with two lines; `change` says what matters to the test. */
export function bookEntry(change: Partial<BookEntry> = {}): BookEntry {
  const effectiveOn = change.effectiveOn ?? plainDate('2026-01-15');
  return {
    batchId: 7,
    sequence: 1,
    position: 7n,
    effectiveOn,
    period: monthOf(effectiveOn),
    memo: 'Pembayaran HK1-1-0001 SPP 1/SPP/2026',
    partyId: 1,
    accounts: [PAYABLE, CASH.first],
    amounts: [75_000n, -75_000n],
    ...change,
  };
}

/** Ledgers of a few months between any two of the accounts; a batch has one day and one period. */
export const anyBookEntries: fc.Arbitrary<BookEntry[]> = fc
  .array(
    fc.record({
      month: fc.constantFrom(...months),
      day: fc.integer({ min: 1, max: 28 }),
      size: fc.integer({ min: 1, max: 3 }),
      amount: fc.bigInt({ min: 1n, max: 1_000_000_000n }),
      pair: fc
        .tuple(
          fc.constantFrom(...bookAccounts.map(({ id }) => id)),
          fc.constantFrom(...bookAccounts.map(({ id }) => id)),
        )
        .filter(([debit, credit]) => debit !== credit),
    }),
    { maxLength: 30 },
  )
  .map((batches) =>
    batches.flatMap(({ month, day, size, amount, pair }, index) =>
      Array.from({ length: size }, (_, entry) =>
        bookEntry({
          batchId: index + 1,
          position: BigInt(index + 1),
          sequence: entry + 1,
          effectiveOn: plainDate(`${month}-${String(day).padStart(2, '0')}`),
          period: month,
          accounts: pair,
          amounts: [amount, -amount],
        }),
      ),
    ),
  );

/** What the sealed totals of these entries' batches would say. */
export function totalsOf(entries: readonly BookEntry[]): PeriodTotal[] {
  return entries.flatMap(({ accounts, amounts, period }) =>
    accounts.map((accountId, index) => {
      const amount = amounts[index] ?? 0n;
      return {
        accountId,
        period,
        debit: amount > 0n ? amount : 0n,
        credit: amount < 0n ? -amount : 0n,
      };
    }),
  );
}

/** What stands above a book of a nagari in a test. */
export const bookHeading: BookHeading = {
  offices: ['Pemerintah Kabupaten Dharmasraya', 'Kecamatan Sitiung', 'Nagari Siguntur'],
  stamp: { position: 7n, hash: 'ab'.repeat(32) },
  signing: {
    place: 'Siguntur',
    on: plainDate('2026-01-31'),
    head: 'Wali Nagari Siguntur',
    keeper: 'Kaur Keuangan',
  },
};
