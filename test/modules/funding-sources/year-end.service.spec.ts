import { plainDate } from '../../../src/core/shared/plain-date.js';
import { BudgetRevisionService } from '../../../src/modules/funding-sources/budget-revision.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { ReceiptsService } from '../../../src/modules/funding-sources/receipts.service.js';
import { YearEndService } from '../../../src/modules/funding-sources/year-end.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR, withFile } from '../../support/nagari.js';
import {
  aDraft,
  answerOfBank,
  aPayingNagari,
  AUGUST,
  calculate,
  JULY,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BASIS, close2026, DECEMBER_31, expectBooksToAgree } from '../../support/year-end.js';

const SEPTEMBER = serviceMonth('2026-09');
const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const steps = app.get(PaymentRequestStepsService);
const line = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, by: office.operator.id };

const drafted = await aDraft(app, office, [SEPTEMBER]);
const submitted = await aDraft(app, office, [AUGUST]);
await takeSteps(app, office, submitted, 'submit');
const sent = await aDraft(app, office, [JULY]);
await takeSteps(app, office, sent, 'release');

it('a year closes at its end, with no request under way, once, and forfeits nothing that is owed', async () => {
  expect(await refusalCodes(() => close2026(app, office))).toEqual(['funding.year-not-over']);
  clock.moveTo(DECEMBER_31);
  const open = await refusalsOf(() => close2026(app, office));
  expect(open.map(({ code, facts }) => [code, facts.number, facts.state])).toEqual([
    ['funding.closing-request-open', drafted, 'draf'],
    ['funding.closing-request-open', submitted, 'diajukan'],
    ['funding.closing-request-open', sent, 'dicairkan'],
  ]);
  expect(
    open.map(({ message }) => /request cancel|request reject|disbursement reconcile/.exec(message)?.[0]),
  ).toEqual(['request cancel', 'request reject', 'disbursement reconcile']);

  await steps.cancel(drafted, office.operator, 'tutup tahun');
  await steps.reject(submitted, office.verifier, 'tutup tahun');
  await steps.cancel(submitted, office.operator, 'tutup tahun');
  await answerOfBank(app, office, sent, ['HK3-1-0001,75000,BERHASIL,', 'HK3-1-0002,75000,BERHASIL,']);
  const closed = await close2026(app, office);
  expect(closed).toMatchObject({ on: '2026-12-31', isNew: true });
  expect(closed.lines.map(({ source, spent, lapsed, debt }) => [source, spent, lapsed, debt])).toEqual([
    [`${SIGUNTUR}/DDS/2026`, 100_000n, 900_000n, 200_000n],
    [`${SIGUNTUR}/ADN/2026`, 50_000n, 950_000n, 100_000n],
  ]);
  expect(await close2026(app, office)).toEqual({ ...closed, isNew: false });
  const otherwise = { payer: SIGUNTUR, year: 2026, basis: 'BA 2/2026', by: office.wali.id };
  expect(await refusalCodes(() => app.get(YearEndService).closeYear(otherwise))).toEqual([
    'funding.closed-otherwise',
  ]);
  await expectBooksToAgree(app);
});

it('a closed line is not raised, bound or joined by another, and still takes a tranche that came late', async () => {
  const revise = { ...line, to: 2_000_000n, legalBasis: 'DPPA 9' };
  expect(await refusalCodes(() => app.get(BudgetRevisionService).revise(revise))).toEqual([
    'funding.year-closed',
  ]);
  const header =
    'KODE PEMBAYAR;NAMA PEMBAYAR;KODE WILAYAH;SUMBER DANA;TAHUN ANGGARAN;KODE KEGIATAN;KODE REKENING;PAGU;DASAR HUKUM';
  const row = `${SIGUNTUR};${SIGUNTUR};${SIGUNTUR};BARU;2026;2.2;5.2;1000;DPA 2`;
  const imported = await withFile('dana.csv', `${header}\n${row}`, (path) =>
    app.get(FundingSourcesService).importFile(path, office.operator.id),
  );
  expect(imported.problems).toMatchObject([{ code: 'funding.year-closed' }]);
  const tranche = { amount: 5n, on: plainDate('2026-12-30'), reference: 'SP2D 9', note: null };
  expect(await app.get(ReceiptsService).receive({ ...line, ...tranche, by: office.treasurer })).toMatchObject(
    {
      received: 5n,
    },
  );
  // Honor that is calculated late is owed as well.
  await calculate(app, office, [serviceMonth('2026-10')]);
  await expectBooksToAgree(app);
});

it('refuses what names no basis, no payer or no line', async () => {
  const service = app.get(YearEndService);
  const command = { payer: SIGUNTUR, year: 2026, basis: 'BA 1/2026', by: office.wali.id };
  const wrong = [
    { ...command, payer: 'DINKES', basis: ' ' },
    { ...command, payer: 'TIDAK-ADA' },
    { ...command, year: 2025 },
  ];
  expect(await Promise.all(wrong.map((one) => refusalCodes(() => service.closeYear(one))))).toEqual([
    ['funding.closing-basis-missing'],
    ['payment.payer-unknown'],
    ['funding.closing-nothing'],
  ]);
  const mark = { payer: SIGUNTUR, label: 'DDS', fiscalYear: 2026, basis: BASIS, by: office.operator.id };
  expect(
    await refusalCodes(() => service.markPriorYear({ ...mark, basis: { ...BASIS, number: ' ' } })),
  ).toEqual(['funding.mark-blank']);
  expect(await service.markPriorYear(mark)).toMatchObject({ isNew: true });
  expect(await service.markPriorYear(mark)).toMatchObject({ isNew: false });
  const another = { ...mark, basis: { ...BASIS, title: 'Lain' } };
  expect(await refusalCodes(() => service.markPriorYear(another))).toEqual(['funding.marked-otherwise']);
});
