import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import { aPayingNagari, calculate, endService } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);

it('a correction stops a request that was composed before it, until the request is composed anew', async () => {
  const months = [serviceMonth('2026-05'), serviceMonth('2026-06')];
  const number = '5/SPP';
  await calculate(app, office, months);
  const compose = () =>
    app.get(PaymentRequestsService).draft({ payer: SIGUNTUR, months, by: office.operator, number });
  await compose();
  await endService(app, 'Rosmaniar', '2026-05-31');
  await calculate(app, office, months);
  const submit = () => app.get(PaymentRequestStepsService).submit(number, office.operator);
  expect(await refusalCodes(submit)).toEqual(['payment.corrected-since-draft']);
  await compose();
  expect(await refusalCodes(submit)).toEqual([]);
});
