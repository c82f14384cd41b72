import { DataSource } from 'typeorm';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import {
  ReceiptsService,
  type ReceiptCommand,
} from '../../../src/modules/funding-sources/receipts.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 1_000_000n);
const line = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, by: office.treasurer };
const july15 = plainDate('2026-07-15');
const receive = (change: Partial<ReceiptCommand> = {}) =>
  app.get(ReceiptsService).receive({
    ...line,
    amount: 400_000n,
    on: july15,
    reference: 'SP2D 123',
    note: null,
    ...change,
  });
const undo = (change: { reference?: string; reason?: string; label?: string } = {}) =>
  app.get(ReceiptsService).retract({ ...line, reference: 'SP2D 123', reason: 'salah jumlah', ...change });
const balances = async () =>
  Object.fromEntries(
    (await app.get(LedgerService).trialBalance()).map(({ code, balance }) => [code, balance]),
  );
const receivedOf = async (label: string) =>
  (await app.get(FundingSourcesService).list()).find((source) => source.label === label)?.received;

async function expectProven(): Promise<void> {
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
}

describe('ReceiptsService', () => {
  it('books a tranche on line and ledger once, undoes it once, and takes the right one under its paper', async () => {
    const first = { source: `${SIGUNTUR}/DDS/2026`, amount: 400_000n, isNew: true, received: 400_000n };
    expect(await receive()).toMatchObject(first);
    expect(await receive({ reference: '  SP2D  123 ', by: office.operator })).toMatchObject({
      ...first,
      isNew: false,
    });
    expect(await refusalCodes(() => receive({ amount: 40_000n }))).toEqual(['funding.receipt-differs']);

    expect(await undo()).toMatchObject({ isNew: true, amount: 400_000n, received: 0n });
    expect(await undo()).toMatchObject({ isNew: false, received: 0n });
    expect(await refusalCodes(() => undo({ reason: 'lain' }))).toEqual(['funding.receipt-retracted']);

    expect(await receive({ amount: 40_000n })).toMatchObject({ isNew: true, received: 40_000n });
    expect(await receive({ amount: 40_000n })).toMatchObject({ isNew: false, received: 40_000n });
    expect(await balances()).toEqual({
      'Assets:Cash:13-10-04-2002': 40_000n,
      'Income:Transfer:13-10-04-2002:DDS-2026': -40_000n,
    });
    const batches = await app
      .get(DataSource)
      .query<unknown[]>(`select kind, effective_on::text as day, actor from ledger.batch order by position`);
    expect(batches).toEqual([
      { kind: 5, day: '2026-07-15', actor: 'eka' },
      { kind: 4, day: '2026-10-05', actor: 'eka' },
      { kind: 5, day: '2026-07-15', actor: 'eka' },
    ]);
    await expectProven();
  });

  it('takes several tranches, also one of another year that is explained', async () => {
    await receive({ label: 'ADN', reference: 'SP2D 1' });
    const late = { label: 'ADN', reference: 'SP2D 2', on: plainDate('2025-12-30') };
    expect(await refusalCodes(() => receive(late))).toEqual(['funding.receipt-year-unexplained']);
    await receive({ ...late, note: 'salur awal' });
    expect(await receivedOf('ADN')).toBe(800_000n);
    await expectProven();
  });

  it.each([
    [
      'a day to come',
      () => receive({ label: 'ADN', on: plainDate('2026-10-06') }),
      'funding.receipt-in-future',
    ],
    ['no reference', () => receive({ reference: ' ' }), 'funding.receipt-reference-missing'],
    ['a line that is not registered', () => receive({ label: 'PBH' }), 'funding.source-missing'],
    ['the undoing of nothing', () => undo({ reference: 'SP2D 9' }), 'funding.receipt-unknown'],
    ['the undoing of another line', () => undo({ label: 'ADN' }), 'funding.receipt-unknown'],
    ['an undoing without a reason', () => undo({ reason: ' ' }), 'funding.retraction-reason-missing'],
  ])('refuses %s and books nothing', async (_, act, code) => {
    const before = await app.get(LedgerService).head();
    expect(await refusalCodes(act)).toEqual([code]);
    expect(await app.get(LedgerService).head()).toEqual(before);
  });
});
