import { BudgetBooksService } from '../../../src/modules/books/budget-books.service.js';
import { CashBooksService } from '../../../src/modules/books/cash-books.service.js';
import { LedgerBooksService } from '../../../src/modules/books/ledger-books.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
await aPayingNagari(app);
const wish = { payer: SIGUNTUR, month: JULY };

describe('books before the first posting', () => {
  it('are all refused', async () => {
    const asked = [
      () => app.get(CashBooksService).general(wish),
      () => app.get(CashBooksService).tax(wish),
      () => app.get(CashBooksService).closing(wish),
      () => app.get(BudgetBooksService).activity(wish),
      () => app.get(BudgetBooksService).realisation({ year: 2026 }),
      () => app.get(LedgerBooksService).trialBalance({}),
      () => app.get(LedgerBooksService).card({ kader: '1' }),
    ];
    for (const ask of asked) expect(await refusalCodes(ask)).toEqual(['book.nothing-posted']);
  });
});
