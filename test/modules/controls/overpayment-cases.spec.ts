import { plainDate } from '../../../src/core/shared/plain-date.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { CashRecoveryService } from '../../../src/modules/overpayments/cash-recovery.service.js';
import { OverpaymentPlansService } from '../../../src/modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../../src/modules/overpayments/overpayments.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPaidQuarter, lowerTheRate } from '../../support/overpayments.js';
import { calculate } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const [YUSNIDAR, ROSMANIAR] = ['1310044101800001', '1310044101800002'];
const OCTOBER = serviceMonth('2026-10');
const { app, clock } = await testApp();
const { office, quarter } = await aPaidQuarter(app);
const plans = app.get(OverpaymentPlansService);
const { operator, verifier, treasurer } = office;

await lowerTheRate(app, office, 50_000);
await calculate(app, office, quarter);
clock.moveTo(new Date('2026-11-05T03:00:00Z'));
await calculate(app, office, [OCTOBER]);

const compose = () =>
  app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: [OCTOBER], number: '9/SPP', by: operator });
async function found(): Promise<string[]> {
  const all = await app.get(ControlsService).run('9/SPP');
  return all
    .filter(({ control }) => control === 'C19')
    .map(({ severity, code, sentence }) => `${severity} ${code} ${/Rp[\d.]+/.exec(sentence)?.[0] ?? ''}`);
}
async function aCaseOf(kader: string): Promise<string> {
  const [opened] = await app.get(OverpaymentsService).open(SIGUNTUR, kader, operator);
  return opened?.number ?? '';
}
const wish = { instalment: 25_000n, from: OCTOBER, document: 'Surat 5/X/2026' } as const;

it('a set-off is asked for from the case to the request that takes it (C19)', async () => {
  await compose();
  expect(await found()).toEqual([]);
  const number = await aCaseOf(YUSNIDAR);
  expect(await found()).toEqual(['warn control.overpayment-without-plan Rp75.000']);
  await plans.propose(number, { ...wish, mode: 'set-off' }, operator);
  expect(await found()).toEqual(['warn control.overpayment-plan-unconfirmed Rp75.000']);
  await plans.confirm(number, verifier);
  expect(await found()).toEqual(['block control.set-off-not-taken Rp25.000']);
  expect(await refusalCodes(() => app.get(PaymentRequestStepsService).submit('9/SPP', operator))).toEqual([
    'control.set-off-not-taken',
  ]);
  await compose();
  expect(await found()).toEqual([]);
});

it('cash is asked for when its month is over, until it is there (C19)', async () => {
  const number = await aCaseOf(ROSMANIAR);
  await compose();
  await plans.propose(number, { ...wish, mode: 'cash' }, operator);
  await plans.confirm(number, verifier);
  expect(await found()).toEqual(['warn control.overpayment-overdue Rp25.000']);
  const on = plainDate('2026-11-05');
  const receive = (amount: bigint, receipt: string) =>
    app.get(CashRecoveryService).receive({ caseNumber: number, amount, on, receipt, by: treasurer });
  await receive(10_000n, 'K-1');
  expect(await found()).toEqual(['warn control.overpayment-overdue Rp15.000']);
  await receive(15_000n, 'K-2');
  expect(await found()).toEqual([]);
  clock.moveTo(new Date('2027-01-05T03:00:00Z'));
  expect(await found()).toEqual(['warn control.overpayment-overdue Rp50.000']);
  await receive(50_000n, 'K-3');
  expect(await found()).toEqual([]);
});
