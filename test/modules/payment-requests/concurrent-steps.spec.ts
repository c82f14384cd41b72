import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { SIGUNTUR } from '../../support/nagari.js';
import {
  aDraft,
  anotherApp,
  aPayingNagari,
  AUGUST,
  calculate,
  JULY,
  takeSteps,
} from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app, url } = await testApp();
const other = await anotherApp(url);
const office = await aPayingNagari(app);

describe('steps at the same moment', () => {
  it('put an entitlement into one draft only', async () => {
    await calculate(app, office, [JULY]);
    const command = { payer: SIGUNTUR, months: [JULY], by: office.operator };
    const outcomes = await Promise.all(
      [app, other, app, other].map((one) =>
        refusalCodes(() => one.get(PaymentRequestsService).draft(command)),
      ),
    );
    const refused = outcomes.filter((codes) => codes.length > 0);
    expect(refused).toEqual(Array.from({ length: 3 }, () => ['payment.held-elsewhere']));
  });

  it('compose one draft, not two, under a number that both chose', async () => {
    await calculate(app, office, [AUGUST]);
    const command = { payer: SIGUNTUR, months: [AUGUST], by: office.operator, number: '900/SPP' };
    const drafts = await Promise.all(
      [app, other].map((one) => one.get(PaymentRequestsService).draft(command)),
    );
    expect(new Set(drafts.map(({ request }) => request.id)).size).toBe(1);
  });

  it('let one of two verifiers win', async () => {
    const number = await aDraft(app, office, [serviceMonth('2026-09')]);
    await takeSteps(app, office, number, 'submit');
    const outcomes = await Promise.all([
      refusalCodes(() => app.get(PaymentRequestStepsService).verify(number, office.verifier)),
      refusalCodes(() => other.get(PaymentRequestStepsService).verify(number, office.wali)),
    ]);
    expect(outcomes.flat()).toEqual(['payment.wrong-state']);
  });
});
