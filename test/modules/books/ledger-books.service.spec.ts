import { printLines } from '../../../src/core/formats/print-lines.js';
import { LedgerBooksService } from '../../../src/modules/books/ledger-books.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { testApp } from '../../support/app.js';
import { aPaidMonth, OCTOBER } from '../../support/books.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPaidMonth(app);
const books = app.get(LedgerBooksService);

describe('the card of a kader', () => {
  it('says what she earned, got, and is still owed, by NIK or by number', async () => {
    const { data, sheet } = await books.card({ kader: '1310044101800002' });
    expect(data).toMatchObject({ accrued: 75_000n, paid: 75_000n, returned: 75_000n, owed: 75_000n });
    expect(data.kader).toMatchObject({ name: 'Rosmaniar', nik: '1310********0002' });
    const byNumber = await books.card({ kader: String(data.kader.id) });
    expect(byNumber.data).toEqual(data);
    const text = printLines(sheet).join('\n');
    expect(text).toContain('1310********0002');
    expect(text).not.toContain('1310044101800002');
  });

  it('is refused for somebody unknown, or about whom nothing is posted', async () => {
    const id = await addKader(app, office, { nik: '1310044101800009', name: 'Baru', nagari: SIGUNTUR });
    expect(await refusalCodes(() => books.card({ kader: '1310044101809999' }))).toEqual([
      'book.kader-unknown',
    ]);
    expect(await refusalCodes(() => books.card({ kader: String(id) }))).toEqual([
      'book.kader-without-entries',
    ]);
  });
});

describe('the trial balance', () => {
  it('of everything is the one the ledger itself gives', async () => {
    const { data } = await books.trialBalance({});
    const ledger = await app.get(LedgerService).trialBalance();
    expect(data.rows.map(({ account, closing }) => [account, closing])).toEqual(
      ledger.map(({ code, balance }) => [code, balance]),
    );
  });

  it('of a month opens with what the months before left', async () => {
    const until = await books.trialBalance({ until: JULY, payer: SIGUNTUR });
    const october = await books.trialBalance({ month: OCTOBER, payer: SIGUNTUR });
    const openings = new Map(october.data.rows.map(({ account, opening }) => [account, opening]));
    for (const { account, closing } of until.data.rows) expect(openings.get(account)).toBe(closing);
  });
});
