import fc from 'fast-check';
import { trialBalance } from '../../../src/core/books/trial-balance.js';
import { nextMonth } from '../../../src/core/shared/service-month.js';
import { anyBookEntries, bookAccounts, bookEntry, months, totalsOf } from '../../support/book-ledger.js';

const anyMonth = fc.constantFrom(...months);

describe('trialBalance', () => {
  it('adds up to zero over all accounts, and debits equal credits', () => {
    fc.assert(
      fc.property(anyBookEntries, anyMonth, (entries, month) => {
        const { total } = trialBalance(bookAccounts, totalsOf(entries), { from: month, to: month });
        expect({ opening: total.opening, closing: total.closing }).toEqual({ opening: 0n, closing: 0n });
        expect(total.debit).toBe(total.credit);
      }),
    );
  });

  it('opens a month with what the month before closed with, account by account', () => {
    fc.assert(
      fc.property(anyBookEntries, anyMonth, (entries, month) => {
        const totals = totalsOf(entries);
        const closed = trialBalance(bookAccounts, totals, { from: month, to: month });
        const next = trialBalance(bookAccounts, totals, { from: nextMonth(month), to: nextMonth(month) });
        const openings = new Map(next.rows.map(({ account, opening }) => [account, opening]));
        for (const { account, closing } of closed.rows) expect(openings.get(account)).toBe(closing);
      }),
    );
  });

  it('leaves out accounts without a posting and months after the last', () => {
    const totals = totalsOf([bookEntry()]);
    expect(
      trialBalance(bookAccounts, totals, { to: months[1] ?? nextMonth(bookEntry().period) }).rows,
    ).toEqual([]);
    expect(
      trialBalance(bookAccounts, totals, { to: bookEntry().period }).rows.map(({ account }) => account),
    ).toEqual(['Assets:Cash:13-10-04-2001', 'Liabilities:HonorPayable:13-10-04-2001:DDS-2026']);
  });
});
