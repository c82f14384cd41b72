import { BudgetBooksService } from '../../../src/modules/books/budget-books.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { testApp } from '../../support/app.js';
import { aPaidMonth, OCTOBER } from '../../support/books.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
await aPaidMonth(app);
const books = app.get(BudgetBooksService);

describe('books against the budget', () => {
  it('show per activity, account and source what was earned and what was paid', async () => {
    const july = await books.activity({ payer: SIGUNTUR, month: JULY });
    const [adn, dds] = july.data.parts;
    expect([adn?.source, dds?.source]).toEqual(['ADN 2026', 'DDS 2026']);
    expect(dds).toMatchObject({
      activityCode: '2.2.02',
      accountCode: '5.2.2.03',
      ceiling: 1_000_000n,
      untilLastMonth: { accrued: 0n, paid: 0n },
      rows: [{ on: '2026-07-31', accrued: 100_000n, paid: 0n, owed: 100_000n }],
      remaining: 900_000n,
    });
    const october = await books.activity({ payer: SIGUNTUR, month: OCTOBER });
    expect(october.data.parts[1]).toMatchObject({
      untilLastMonth: { accrued: 100_000n, paid: 0n },
      thisMonth: { accrued: 0n, paid: 50_000n },
      owed: 50_000n,
    });
  });

  it('show the realisation as the budget itself has it', async () => {
    const { data } = await books.realisation({ year: 2026 });
    const sources = await app.get(FundingSourcesService).list();
    for (const row of data.rows) {
      const source = sources.find(
        ({ payer, label }) => payer === row.payer && row.source === `${label} 2026`,
      );
      expect(row).toMatchObject({
        ceiling: source?.ceiling,
        reserved: source?.reserved,
        paid: source?.spent,
      });
    }
    expect(data.total).toMatchObject({
      ceiling: 3_000_000n,
      accrued: 150_000n,
      paid: 75_000n,
      percent: '2.50',
    });
    const july = await books.realisation({ year: 2026, payer: SIGUNTUR, until: JULY });
    expect(july.data.total).toMatchObject({ ceiling: 2_000_000n, accrued: 150_000n, paid: 0n });
  });

  it('are refused for a year without budget lines', async () => {
    expect(await refusalCodes(() => books.realisation({ year: 2025 }))).toEqual(['book.no-budget']);
    expect(await refusalCodes(() => books.realisation({ year: 2026, payer: 'X' }))).toEqual([
      'payment.payer-unknown',
    ]);
  });
});
