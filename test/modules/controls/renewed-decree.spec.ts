import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, calculate, importPolicy, JULY, policyDocument, takeSteps } from '../../support/payments.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 1_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });

it('a decree renewed without another amount changes no line, and its months can be paid (C1)', async () => {
  await importPolicy(app, office, policyDocument({ validTo: null }));
  await calculate(app, office);
  const legalBasis = { number: '9/2026', date: '2026-06-20', title: 'Honor, diperbarui' };
  await importPolicy(app, office, policyDocument({ legalBasis, validFrom: '2026-07-01', validTo: null }));
  expect(await calculate(app, office)).toMatchObject({ changedLines: 0 });
  const number = await aDraft(app, office, [JULY]);
  await takeSteps(app, office, number, 'release');
  expect(await app.get(PaymentRequestsService).byNumber(number)).toMatchObject({ state: 'disbursing' });
});
