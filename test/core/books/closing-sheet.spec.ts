import fc from 'fast-check';
import { bankBook, generalCashBook } from '../../../src/core/books/cash-book.js';
import { closingSheet } from '../../../src/core/books/closing-sheet.js';
import type { BookEntry, PeriodTotal } from '../../../src/core/books/book-entry.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import {
  anyBookEntries,
  bookAccounts,
  bookEntry,
  CASH,
  months,
  totalsOf,
} from '../../support/book-ledger.js';
import { refusalCodes } from '../../support/refusal.js';

const [cash] = bookAccounts;

function closingOf(entries: readonly BookEntry[], totals: readonly PeriodTotal[], month = '2026-01') {
  const facts = { month: serviceMonth(month), cashAccountId: CASH.first, totals, entries, codeOf: String };
  return closingSheet({ general: generalCashBook(facts), bank: bankBook(facts) }, cash, totals);
}

describe('closingSheet', () => {
  it('ties with the next month and with the trial balance, for any ledger', () => {
    fc.assert(
      fc.property(anyBookEntries, fc.constantFrom(...months), (entries, month) => {
        const sheet = closingOf(entries, totalsOf(entries), month);
        expect(sheet.opening + sheet.receipts - sheet.payments).toBe(sheet.closing);
        expect([sheet.nextOpening, sheet.ledgerBalance]).toEqual([sheet.closing, sheet.closing]);
      }),
    );
  });

  it('is refused when the entries say another thing than the sealed totals', async () => {
    const [first] = totalsOf([bookEntry({ amounts: [75_001n, -75_001n] })]).reverse();
    const codes = await refusalCodes(() => closingOf([bookEntry()], first === undefined ? [] : [first]));
    expect(codes).toEqual(['book.does-not-tie']);
  });
});
