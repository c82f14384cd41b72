import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { addKader, SIGUNTUR } from '../../support/nagari.js';
import { AUGUST, aDraft, aPayingNagari, calculate, JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const steps = app.get(PaymentRequestStepsService);
const requests = app.get(PaymentRequestsService);
const july = { payer: SIGUNTUR, months: [JULY], by: office.operator };

it('a draft belongs to who composed it, and what it holds is said to be there', async () => {
  const number = await aDraft(app, office);
  expect(await refusalCodes(() => requests.draft({ ...july, number, by: office.verifier }))).toEqual([
    'payment.not-the-preparer',
  ]);
  expect(await refusalCodes(() => requests.draft(july))).toEqual(['payment.held-elsewhere']);
  expect(await refusalCodes(() => requests.draft({ ...july, number: ' ' }))).toEqual([
    'payment.number-blank',
  ]);
});

it('a cancelled draft frees what it held, and stays cancelled', async () => {
  const [first] = await requests.list();
  const number = first?.number ?? '';
  expect(await refusalCodes(() => steps.cancel(number, office.operator, ''))).toEqual([
    'payment.reason-needed',
  ]);
  const cancelled = await steps.cancel(number, office.operator, 'Salah bulan');
  expect(cancelled.state).toBe('cancelled');
  expect(await refusalCodes(() => steps.submit(number, office.operator))).toEqual(['payment.wrong-state']);
  const next = await requests.draft(july);
  expect(next.request).toMatchObject({ kaderCount: 2, gross: 150_000n });
  expect(await refusalCodes(() => steps.cancel(next.request.number, office.operator, 'Uji'))).toEqual([]);
});

it('names those held out when nobody else is left to pay', async () => {
  await addKader(app, office, { nik: '1310044101800003', name: 'Desi', nagari: SIGUNTUR, account: null });
  await calculate(app, office, [JULY, AUGUST]);
  await requests.draft({ ...july, months: [JULY, AUGUST] });
  expect(await refusalCodes(() => requests.draft({ ...july, months: [AUGUST] }))).toEqual([
    'payment.account-missing',
  ]);
});
