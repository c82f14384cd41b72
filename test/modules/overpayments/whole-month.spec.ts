import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { BudgetProofService } from '../../../src/modules/funding-sources/budget-proof.service.js';
import { LedgerVerificationService } from '../../../src/modules/ledger/ledger-verification.service.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { answerFindings } from '../../support/findings.js';
import { aPaidQuarter } from '../../support/overpayments.js';
import { answerOfBank, calculate, endService, takeSteps } from '../../support/payments.js';

const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const [october, november] = ['2026-10', '2026-11'].map(serviceMonth) as [never, never];
const overpayments = app.get(OverpaymentsService);

/** She was outside the SK for September, and serves again from October under another one. */
async function interruptService(): Promise<void> {
  await endService(app, 'Yusnidar', '2026-08-31');
  await app.get(DataSource).query(
    `insert into appointment (kader_id, posyandu_id, role, bidang, sk_number, sk_date, valid_from, sk_valid_to, import_id)
     select kader_id, posyandu_id, role, bidang, 'SK-9/2026', '2026-09-28', '2026-10-01', '2026-12-31', import_id
     from appointment where ended_on is not null`,
  );
}

/** Control C19 asks about the month outside the SK; the answer is accepted by the second person. */
async function releaseAnswered(number: string): Promise<void> {
  await takeSteps(app, office, number, 'submit');
  await answerFindings(app, number, office.operator.id);
  const steps = app.get(PaymentRequestStepsService);
  await steps.verify(number, office.verifier);
  await steps.approve(number, office.wali);
  await steps.release(number, office.treasurer);
}

it('cuts a month that was paid outside the SK into instalments; one that the bank returned is owed again', async () => {
  await interruptService();
  await calculate(app, office, quarter);
  const [opened] = await overpayments.open(SIGUNTUR, undefined, office.operator);
  const number = opened?.number ?? '';
  expect(opened).toMatchObject({ kader: 'Yusnidar', amount: 75_000n });
  const { parts } = await overpayments.show(number);
  expect(parts).toMatchObject([
    { month: '2026-09', amount: -75_000n, exclusion: { code: 'honor.appointment-ended' } },
  ]);
  const plans = app.get(OverpaymentPlansService);
  const wish = { instalment: 30_000n, from: october, mode: 'set-off', document: 'Surat 6' } as const;
  await plans.propose(number, wish, office.operator);
  await plans.confirm(number, office.wali);

  clock.moveTo(new Date('2026-12-05T03:00:00Z'));
  const months = [october, november];
  await calculate(app, office, months);
  const requests = app.get(PaymentRequestsService);
  await requests.draft({ payer: SIGUNTUR, months: [october], number: '1/SPP', by: office.operator });
  await releaseAnswered('1/SPP');
  expect(await overpayments.show(number)).toMatchObject({ setOff: 30_000n, rest: 45_000n });
  const { members } = await requests.show('1/SPP');
  const paid = members.find(({ name }) => name === 'Yusnidar');
  expect(paid).toMatchObject({ amount: 45_000n, setOff: 30_000n });
  await answerOfBank(app, office, '1/SPP', [`${paid?.reference ?? ''},45000,GAGAL,rekening tutup`]);
  expect(await overpayments.show(number)).toMatchObject({ setOff: 0n, rest: 75_000n, state: 'agreed' });
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true });

  // Two months, two instalments: the first one again, and the one of November.
  await requests.draft({
    payer: SIGUNTUR,
    months,
    number: '2/SPP',
    retryReturned: true,
    by: office.operator,
  });
  const again = (await requests.show('2/SPP')).members.find(({ name }) => name === 'Yusnidar');
  expect(again).toMatchObject({ amount: 90_000n, setOff: 60_000n });
  await releaseAnswered('2/SPP');

  // A new agreement for what is left.
  await plans.propose(
    number,
    { ...wish, instalment: 10_000n, mode: 'cash', document: 'Surat 7' },
    office.operator,
  );
  const { instalments } = await plans.confirm(number, office.verifier);
  expect(instalments.map(({ amount }) => amount)).toEqual([10_000n, 5_000n]);
  expect(await overpayments.show(number)).toMatchObject({ amount: 75_000n, setOff: 60_000n, rest: 15_000n });
  expect(await calculate(app, office, [...quarter, ...months])).toMatchObject({ changedLines: 0 });
  expect(await app.get(BudgetProofService).prove()).toMatchObject({ proven: true });
  expect(await app.get(LedgerVerificationService).verify()).toMatchObject({ verified: true });
});
