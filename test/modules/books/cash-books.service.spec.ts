import { DataSource } from 'typeorm';
import { batchKinds } from '../../../src/core/ledger/journal.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { printLines } from '../../../src/core/formats/print-lines.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { CashBooksService } from '../../../src/modules/books/cash-books.service.js';
import { LedgerBooksService } from '../../../src/modules/books/ledger-books.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { testApp } from '../../support/app.js';
import { aPaidMonth, OCTOBER } from '../../support/books.js';
import { SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPaidMonth(app);
const books = app.get(CashBooksService);
const wish = { payer: SIGUNTUR, month: OCTOBER };

/** Two batches to accounts that withhold something, as pay rules will post them. */
async function withholdAndRemit(): Promise<void> {
  const ledger = app.get(LedgerService);
  await app.get(DataSource).transaction(async (tx) => {
    const part = SIGUNTUR.replaceAll('.', '-');
    const tax = await ledger.ensureAccount(tx, `Liabilities:TaxPayable:PPh21:${part}`, 'L');
    const expense = await ledger.ensureAccount(tx, `Expenses:Honor:${part}:DDS-2026`, 'X');
    const cash = await ledger.ensureAccount(tx, `Assets:Cash:${part}`, 'A');
    const entry = { partyId: 1, regionCode: SIGUNTUR };
    const withheld = {
      ...entry,
      memo: 'Potongan PPh 21 September 2026',
      lines: [
        { accountId: expense, amount: 3_750n },
        { accountId: tax, amount: -3_750n },
      ],
    };
    const remitted = {
      ...entry,
      memo: 'Setor PPh 21, NTPN 0123',
      lines: [
        { accountId: tax, amount: 1_000n },
        { accountId: cash, amount: -1_000n },
      ],
    };
    await ledger.post(
      tx,
      {
        kind: batchKinds.accrual,
        effectiveOn: plainDate('2026-09-30'),
        idempotencyKey: 'test/withheld',
        entries: [withheld],
      },
      office.operator.username,
    );
    await ledger.post(
      tx,
      {
        kind: batchKinds.remittance,
        effectiveOn: plainDate('2026-10-04'),
        idempotencyKey: 'test/remitted',
        entries: [remitted],
      },
      office.treasurer.username,
    );
  });
}

describe('the cash books of a paying body', () => {
  it('write a request as one row in the Buku Kas Umum', async () => {
    const { data } = await books.general(wish);
    expect(data).toMatchObject({
      opening: 0n,
      thisMonth: { receipts: 675_000n, payments: 150_000n },
      closing: 525_000n,
    });
    expect(
      data.rows.map(({ on, code, description, receipt, payment, balance }) => [
        on,
        code,
        description,
        receipt,
        payment,
        balance,
      ]),
    ).toEqual([
      ['2026-10-02', 'DDS-2026', 'Penerimaan 13.10.04.2002/DDS/2026, SP2D-1/2026', 600_000n, 0n, 600_000n],
      ['2026-10-05', '2.2.02 / 5.2.2.03', 'Pembayaran honor kader, 2 transfer', 0n, 150_000n, 450_000n],
      [
        '2026-10-05',
        '2.2.02 / 5.2.2.03',
        expect.stringMatching(/^Retur HK1-1-0002 SPP/),
        75_000n,
        0n,
        525_000n,
      ],
    ]);
  });

  it('write each transfer and its return as a row of its own in the Buku Bank', async () => {
    const { data } = await books.bank(wish);
    expect(data.rows.map(({ evidence, receipt, payment }) => [evidence, receipt, payment])).toEqual([
      [expect.stringMatching(/^B\d+-1$/), 600_000n, 0n],
      ['HK1-1-0001', 0n, 75_000n],
      ['HK1-1-0002', 0n, 75_000n],
      ['HK1-1-0002', 75_000n, 0n],
    ]);
    expect(data.closing).toBe(525_000n);
  });

  it('close a month with what the ledger and the next month say', async () => {
    const { data, position } = await books.closing(wish);
    expect(data).toEqual({
      month: OCTOBER,
      opening: 0n,
      receipts: 675_000n,
      payments: 150_000n,
      closing: 525_000n,
      nextOpening: 525_000n,
      ledgerBalance: 525_000n,
    });
    const balance = await app.get(LedgerBooksService).trialBalance({ position });
    expect(balance.data.rows).toContainEqual(
      expect.objectContaining({ account: 'Assets:Cash:13-10-04-2002', closing: 525_000n }),
    );
    expect(balance.data.total.closing).toBe(0n);
  });

  it('say that nothing moved in a month between', async () => {
    const { data, sheet } = await books.general({ ...wish, month: serviceMonth('2026-08') });
    expect(data).toMatchObject({ opening: 0n, rows: [], closing: 0n });
    const text = printLines(sheet).join('\n');
    expect(text).toContain('Nihil');
  });

  it('have an empty Buku Pembantu Pajak until something is withheld, and then a balance until it is remitted', async () => {
    const before = await books.tax(wish);
    expect(before.data).toMatchObject({ opening: 0n, rows: [], closing: 0n });
    await withholdAndRemit();
    const after = await books.tax(wish);
    expect(after.data).toMatchObject({
      opening: 3_750n,
      thisMonth: { receipts: 0n, payments: 1_000n },
      untilLastMonth: { receipts: 3_750n, payments: 0n },
      closing: 2_750n,
      kinds: [{ kind: 'TaxPayable:PPh21', withheld: 0n, remitted: 1_000n, closing: 2_750n }],
    });
    const again = await books.tax({ ...wish, position: before.position });
    expect(again.data).toEqual(before.data);
  });

  it('are refused where an empty book would look right', async () => {
    const asked = (change: object) => refusalCodes(() => books.general({ ...wish, ...change }));
    expect(await asked({ payer: 'DINAS' })).toEqual(['payment.payer-unknown']);
    expect(await asked({ payer: SITIUNG })).toEqual(['payment.payer-unknown']);
    expect(await asked({ payer: 'DINKES' })).toEqual(['book.payer-without-entries']);
    expect(await asked({ month: serviceMonth('2026-06') })).toEqual(['book.month-before-books']);
    expect(await asked({ month: serviceMonth('2026-11') })).toEqual(['book.month-not-begun']);
    expect(await asked({ position: 99n })).toEqual(['book.position-beyond-chain']);
    expect(await asked({ position: 1n, month: JULY })).toEqual(['book.month-before-books']);
  });
});
