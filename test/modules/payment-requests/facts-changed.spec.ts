import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { AUGUST, aDraft, aPayingNagari, calculate, endService, JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const steps = app.get(PaymentRequestStepsService);
const requests = app.get(PaymentRequestsService);

it('what is known of a kader now, and was not calculated, stops every step that pays her', async () => {
  const number = await aDraft(app, office, [JULY, AUGUST]);
  await steps.submit(number, office.operator);
  await endService(app, 'Rosmaniar', '2026-07-31');
  expect(await refusalCodes(() => steps.verify(number, office.verifier))).toEqual([
    'payment.calculation-outdated',
  ]);
  await calculate(app, office, [JULY, AUGUST]);
  expect(await refusalCodes(() => steps.verify(number, office.verifier))).toEqual([
    'payment.corrected-since-draft',
  ]);
  await steps.reject(number, office.verifier, 'Rosmaniar berhenti 31 Juli');
  const again = await requests.draft({
    payer: SIGUNTUR,
    months: [JULY, AUGUST],
    number,
    by: office.operator,
  });
  expect(again.request).toMatchObject({ gross: 225_000n, kaderCount: 2 });
  await steps.submit(number, office.operator);
  await steps.verify(number, office.verifier);
});

it('shows everybody in a request and who took which step, with the reason of a rejection', async () => {
  const [request] = await requests.list();
  const details = await requests.show(request?.number ?? '');
  expect(details.members.map(({ name, nik, amount }) => [name, nik, amount])).toEqual([
    ['Rosmaniar', '1310********0002', 75_000n],
    ['Yusnidar', '1310********0001', 150_000n],
  ]);
  expect(details.steps.map(({ to, takenBy, reason }) => [to, takenBy, reason])).toEqual([
    ['submitted', 'Ani Marlina', null],
    ['draft', 'Budi Santoso', 'Rosmaniar berhenti 31 Juli'],
    ['submitted', 'Ani Marlina', null],
    ['verified', 'Budi Santoso', null],
  ]);
});
