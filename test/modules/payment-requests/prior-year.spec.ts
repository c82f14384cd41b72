import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { FundingSourcesService } from '../../../src/modules/funding-sources/funding-sources.service.js';
import { LedgerService } from '../../../src/modules/ledger/ledger.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { UnfundedService } from '../../../src/modules/reports/unfunded.service.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { testApp } from '../../support/app.js';
import { answerFindings } from '../../support/findings.js';
import { SIGUNTUR, type Office } from '../../support/nagari.js';
import { answerOfBank, aPayingNagari, calculate, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import {
  addDebtLine,
  addLines,
  BASIS,
  close2026,
  debtWish,
  DECEMBER,
  expectBooksToAgree,
  FEBRUARY_1,
  NOVEMBER,
} from '../../support/year-end.js';

const { app, clock } = await testApp();
const office = await aPayingNagari(app);
const requests = app.get(PaymentRequestsService);

async function release(by: Office, number: string): Promise<void> {
  await answerFindings(app, number, by.operator.id);
  await takeSteps(app, by, number, 'release');
}

async function spentOf(): Promise<Record<string, bigint>> {
  const lines = await app.get(FundingSourcesService).list();
  return Object.fromEntries(
    lines.map(({ label, fiscalYear, spent }) => [`${label}/${String(fiscalYear)}`, spent]),
  );
}

it('debt of a closed year is paid out of next year, returned, and paid again; every book agrees at each step', async () => {
  clock.moveTo(FEBRUARY_1);
  await calculate(app, office, [NOVEMBER, DECEMBER]);
  const ordinary = { payer: SIGUNTUR, months: [NOVEMBER, DECEMBER], by: office.operator };

  // Before the year is closed: an ordinary request is stopped by C11, one of debts is told to close first.
  const { request: late } = await requests.draft(ordinary);
  const steps = app.get(PaymentRequestStepsService);
  expect(await refusalCodes(() => steps.submit(late.number, office.operator))).toEqual([
    'control.prior-year-ordinary',
  ]);
  await steps.cancel(late.number, office.operator, 'tahun lewat');
  await addLines(app, office, [['LAIN', 2027, 1n]]);
  await addDebtLine(app, office, 500_000n);
  expect(await refusalCodes(() => requests.draft(debtWish(office)))).toEqual(['payment.year-not-closed']);
  await close2026(app, office);
  await expectBooksToAgree(app);
  const { data: closed } = await app.get(UnfundedService).unfunded({ payer: SIGUNTUR, year: 2026 });
  expect(closed).toMatchObject({ owed: 300_000n, priorYear: 300_000n, funded: 0n, unfunded: 0n });

  // After it: the ordinary request names the way, and the debt needs its line, its year and its basis.
  expect(await refusalCodes(() => requests.draft(ordinary))).toEqual(['payment.prior-year-needed']);
  const wish = debtWish(office);
  const bad = [
    { ...wish, priorYear: { label: 'LAIN', fiscalYear: 2027, basis: BASIS } },
    { ...wish, priorYear: { label: 'TIDAK-ADA', fiscalYear: 2027, basis: BASIS } },
    { ...wish, priorYear: { label: 'DDS', fiscalYear: 2026, basis: BASIS } },
    { ...wish, priorYear: { label: 'UTANG', fiscalYear: 2027, basis: { ...BASIS, title: '' } } },
    { ...wish, months: [DECEMBER, serviceMonth('2027-01')] },
    { ...wish, months: [serviceMonth('2027-01')] },
  ];
  expect(await Promise.all(bad.map((one) => refusalCodes(() => requests.draft(one))))).toEqual([
    ['payment.debt-line-unmarked'],
    ['funding.source-missing'],
    ['funding.year-closed'],
    ['payment.debt-basis-missing'],
    ['payment.debt-of-two-years'],
    ['payment.debt-not-earlier'],
  ]);

  const { request } = await requests.draft(wish);
  expect(request).toMatchObject({
    number: `0002/SPP-UTANG-2026/${SIGUNTUR}/2027`,
    ...{ kind: 'prior-year', kaderCount: 2, gross: 300_000n, basisNumber: 'Perbup 3/2027' },
  });
  const recomposed = { ...ordinary, number: request.number };
  expect(await refusalCodes(() => requests.draft(recomposed))).toEqual(['payment.kind-stays']);
  await release(office, request.number);
  expect(await spentOf()).toMatchObject({ 'DDS/2026': 0n, 'ADN/2026': 0n, 'UTANG/2027': 300_000n });
  await expectBooksToAgree(app);

  const reference = (index: number) => `HK${String(request.id)}-1-000${String(index)}`;
  await answerOfBank(app, office, request.number, [
    `${reference(1)},150000,BERHASIL,`,
    `${reference(2)},150000,GAGAL,REKENING TUTUP`,
  ]);
  expect(await spentOf()).toMatchObject({ 'UTANG/2027': 150_000n });
  await expectBooksToAgree(app);
  const { data: back } = await app.get(BudgetReportsService).arrears({ by: 'source' });
  expect(back.ledger.differences).toEqual([]);
  expect(back.groups.map(({ key, owed, parts }) => [key, owed, parts.priorYear])).toEqual([
    [`${SIGUNTUR}/ADN/2026`, 50_000n, 50_000n],
    [`${SIGUNTUR}/DDS/2026`, 100_000n, 100_000n],
  ]);

  const { request: again } = await requests.draft({ ...wish, retryReturned: true });
  expect(again).toMatchObject({ kind: 'prior-year', kaderCount: 1, gross: 150_000n });
  await release(office, again.number);
  const settled = await answerOfBank(app, office, again.number, [
    `HK${String(again.id)}-1-0001,150000,BERHASIL,`,
  ]);
  expect(settled).toMatchObject({ paid: 1, state: 'settled' });
  await expectBooksToAgree(app);
  const balances = await app.get(LedgerService).trialBalance();
  expect(balances.filter(({ balance }) => balance !== 0n)).toEqual([
    { code: 'Assets:Cash:13-10-04-2002', type: 'A', balance: -300_000n },
    { code: 'Expenses:Honor:13-10-04-2002:ADN-2026', type: 'X', balance: 100_000n },
    { code: 'Expenses:Honor:13-10-04-2002:DDS-2026', type: 'X', balance: 200_000n },
  ]);
});
