import { DataSource } from 'typeorm';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { LedgerBooksService } from '../../../src/modules/books/ledger-books.service.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentFilesRepository } from '../../../src/modules/payment-requests/payment-files.repository.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { BudgetReportsService } from '../../../src/modules/reports/budget-reports.service.js';
import { testApp } from '../../support/app.js';
import { aPaidQuarter, lowerTheRate, settle } from '../../support/overpayments.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { calculate, takeSteps } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const overpayments = app.get(OverpaymentsService);
const plans = app.get(OverpaymentPlansService);
const steps = app.get(PaymentRequestStepsService);
const cash = app.get(CashRecoveryService);
const october = serviceMonth('2026-10');
const wish = { instalment: 25_000n, from: october, mode: 'set-off', document: 'Surat 5/X/2026' } as const;
const NIK = '1310044101800001';

async function owedInBooks(): Promise<bigint> {
  const { data } = await app.get(LedgerBooksService).card({ kader: NIK });
  return data.owed;
}

async function expectProven(): Promise<void> {
  const { data } = await app.get(BudgetReportsService).arrears({ by: 'kader' });
  expect(data.ledger.differences).toEqual([]);
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true, problems: [] });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
}

it('is found, opened, agreed by two people, set off once, paid back in cash, and closed', async () => {
  await lowerTheRate(app, office, 50_000);
  await calculate(app, office, quarter);
  expect(await owedInBooks()).toBe(-75_000n);
  const { unopened } = await overpayments.list();
  expect(unopened).toMatchObject([
    { kader: 'Yusnidar', nik: '1310********0001', amount: 75_000n, lines: [{ amount: 75_000n }] },
    { kader: 'Rosmaniar', amount: 75_000n },
  ]);
  expect(unopened[0]?.deltas).toMatchObject(
    quarter.map((month) => ({
      serviceMonth: month,
      amount: -25_000n,
      revision: 1,
      policy: 'honor-siguntur v1',
    })),
  );

  clock.moveTo(new Date('2026-11-05T03:00:00Z'));
  await calculate(app, office, [october]);
  const drafted = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: [...quarter, october], number: '9/SPP', by: office.operator });
  expect(drafted.request.net).toBe(100_000n);
  expect(drafted.heldOut.map(({ owed, reason }) => [owed, reason.code])).toEqual([
    [-75_000n, 'overpayment.set-aside'],
    [-75_000n, 'overpayment.set-aside'],
  ]);

  const [opened] = await overpayments.open(SIGUNTUR, NIK, office.operator);
  const number = opened?.number ?? '';
  expect(opened).toMatchObject({ amount: 75_000n, rest: 75_000n, state: 'opened' });
  expect(await refusalCodes(() => overpayments.open(SIGUNTUR, NIK, office.operator))).toEqual([
    'overpayment.none-found',
  ]);

  const { instalments } = await plans.propose(number, wish, office.operator);
  expect(instalments.map(({ due, amount }) => [due, amount])).toEqual([
    ['2026-10', 25_000n],
    ['2026-11', 25_000n],
    ['2026-12', 25_000n],
  ]);
  expect(await refusalCodes(() => plans.confirm(number, office.operator))).toEqual([
    'overpayment.same-person',
  ]);
  await plans.confirm(number, office.verifier);
  expect(await owedInBooks()).toBe(-25_000n);

  const composed = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: [october], number: '9/SPP', by: office.operator });
  expect(composed.request.net).toBe(75_000n);
  const { members } = await app.get(PaymentRequestsService).show('9/SPP');
  expect(members.map(({ name, amount, setOff }) => [name, amount, setOff])).toEqual([
    ['Rosmaniar', 50_000n, 0n],
    ['Yusnidar', 25_000n, 25_000n],
  ]);
  await takeSteps(app, office, '9/SPP', 'submit');
  expect(await overpayments.show(number)).toMatchObject({ rest: 75_000n, held: 25_000n, state: 'agreed' });
  const tooMuch = {
    caseNumber: number,
    amount: 50_001n,
    on: plainDate('2026-11-05'),
    receipt: 'K-1',
    by: office.treasurer,
  };
  expect(await refusalCodes(() => cash.receive(tooMuch))).toEqual(['overpayment.receipt-above-rest']);
  await steps.verify('9/SPP', office.verifier);
  await steps.approve('9/SPP', office.wali);
  await steps.release('9/SPP', office.treasurer);
  await settle(app, office, '9/SPP');
  const listed = await app.get(PaymentFilesRepository).lines(app.get(DataSource), composed.request.id);
  expect(listed.map(({ months, rate, gross }) => [months, rate, gross])).toEqual([
    [1, 50_000n, 50_000n],
    [1, null, 25_000n],
  ]);
  expect(await overpayments.show(number)).toMatchObject({ rest: 50_000n, setOff: 25_000n, held: 0n });
  await expectProven();

  const back = { ...tooMuch, amount: 30_000n };
  expect(await cash.receive(back)).toMatchObject({ isNew: true, rest: 20_000n });
  expect(await cash.receive({ ...back, receipt: ' K-1 ' })).toMatchObject({ isNew: false, rest: 20_000n });
  expect(await refusalCodes(() => cash.receive({ ...back, amount: 20_000n }))).toEqual([
    'overpayment.receipt-differs',
  ]);
  expect(await refusalCodes(() => cash.receive({ ...back, receipt: 'K-2' }))).toEqual([
    'overpayment.receipt-above-rest',
  ]);
  expect(await cash.receive({ ...back, amount: 20_000n, receipt: 'K-2' })).toMatchObject({ rest: 0n });
  expect(await overpayments.show(number)).toMatchObject({
    state: 'closed',
    setOff: 25_000n,
    cash: 50_000n,
    receipts: [{ amount: 30_000n }, { amount: 20_000n }],
  });
  expect(await owedInBooks()).toBe(0n);
  expect(await calculate(app, office, [...quarter, october])).toMatchObject({ changedLines: 0 });
  await expectProven();
});
