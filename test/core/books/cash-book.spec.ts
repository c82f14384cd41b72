import fc from 'fast-check';
import type { BookEntry } from '../../../src/core/books/book-entry.js';
import { bankBook, generalCashBook, type CashBookFacts } from '../../../src/core/books/cash-book.js';
import { trialBalance } from '../../../src/core/books/trial-balance.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { nextMonth, serviceMonth, type ServiceMonth } from '../../../src/core/shared/service-month.js';
import {
  anyBookEntries,
  bookAccounts,
  bookEntry,
  CASH,
  months,
  PAYABLE,
  totalsOf,
} from '../../support/book-ledger.js';

function factsOf(
  entries: readonly BookEntry[],
  month: ServiceMonth,
  cashAccountId: number = CASH.first,
): CashBookFacts {
  return { month, cashAccountId, totals: totalsOf(entries), entries, codeOf: String };
}

const anyMonth = fc.constantFrom(...months);

describe('the cash books', () => {
  it('close with what they opened with, plus receipts, less payments', () => {
    fc.assert(
      fc.property(anyBookEntries, anyMonth, (entries, month) => {
        for (const bookOf of [generalCashBook, bankBook]) {
          const { opening, thisMonth, closing, rows } = bookOf(factsOf(entries, month));
          expect(opening + thisMonth.receipts - thisMonth.payments).toBe(closing);
          expect(rows.at(-1)?.balance ?? opening).toBe(closing);
        }
      }),
    );
  });

  it('open a month with what the month before closed with', () => {
    fc.assert(
      fc.property(anyBookEntries, anyMonth, (entries, month) => {
        const next = generalCashBook(factsOf(entries, nextMonth(month)));
        expect(next.opening).toBe(generalCashBook(factsOf(entries, month)).closing);
      }),
    );
  });

  it('agree with each other and, added up over all payers, with the trial balance of cash', () => {
    fc.assert(
      fc.property(anyBookEntries, anyMonth, (entries, month) => {
        const books = Object.values(CASH).map((cash) => generalCashBook(factsOf(entries, month, cash)));
        const cash = bookAccounts.filter(({ code }) => code.startsWith('Assets:Cash:'));
        const { total } = trialBalance(cash, totalsOf(entries), { from: month, to: month });
        expect(books.reduce((sum, { closing }) => sum + closing, 0n)).toBe(total.closing);
        expect(bankBook(factsOf(entries, month)).closing).toBe(books[0]?.closing);
      }),
    );
  });

  it('are the same in whatever order the rows come', () => {
    fc.assert(
      fc.property(
        anyBookEntries.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
        ),
        anyMonth,
        ([entries, shuffled], month) => {
          for (const bookOf of [generalCashBook, bankBook]) {
            expect(bookOf(factsOf(shuffled, month))).toEqual(bookOf(factsOf(entries, month)));
          }
        },
      ),
    );
  });

  it('never tear a year: payments so far are counted from January', () => {
    const entries = [
      bookEntry({ effectiveOn: plainDate('2025-12-31'), batchId: 1, position: 1n }),
      bookEntry({ effectiveOn: plainDate('2026-01-31'), batchId: 2, position: 2n }),
      bookEntry({ effectiveOn: plainDate('2026-02-01'), batchId: 3, position: 3n }),
    ];
    const book = generalCashBook(factsOf(entries, serviceMonth('2026-02')));
    expect(book).toMatchObject({
      opening: -150_000n,
      untilLastMonth: { receipts: 0n, payments: 75_000n },
      untilThisMonth: { receipts: 0n, payments: 150_000n },
      closing: -225_000n,
    });
    expect(book.rows[0]?.paidThisYear).toBe(150_000n);
  });

  it('differ in grain: a request is one row in one, each transfer a row in the other', () => {
    const entries = [1, 2, 3].map((sequence) =>
      bookEntry({ sequence, memo: `Pembayaran HK1-1-000${String(sequence)} SPP 1/SPP/2026` }),
    );
    const facts = factsOf(entries, serviceMonth('2026-01'));
    expect(generalCashBook(facts).rows).toEqual([
      expect.objectContaining({
        number: 1,
        code: String(PAYABLE),
        evidence: 'SPP 1/SPP/2026',
        description: 'Pembayaran honor kader, 3 transfer',
        receipt: 0n,
        payment: 225_000n,
        balance: -225_000n,
      }),
    ]);
    expect(bankBook(facts).rows.map(({ evidence, payment }) => ({ evidence, payment }))).toEqual([
      { evidence: 'HK1-1-0001', payment: 75_000n },
      { evidence: 'HK1-1-0002', payment: 75_000n },
      { evidence: 'HK1-1-0003', payment: 75_000n },
    ]);
  });

  it('report a late posting in its period, on its own day', () => {
    const late = bookEntry({ effectiveOn: plainDate('2025-12-30'), period: serviceMonth('2026-01') });
    expect(generalCashBook(factsOf([late], serviceMonth('2025-12'))).rows).toEqual([]);
    expect(generalCashBook(factsOf([late], serviceMonth('2026-01'))).rows).toEqual([
      expect.objectContaining({ on: '2025-12-30' }),
    ]);
  });
});
