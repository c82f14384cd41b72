import { DataSource } from 'typeorm';
import { HonorPoliciesService } from '../../../src/modules/honor-policies/honor-policies.service.js';
import { PaymentRequestStepsService } from '../../../src/modules/payment-requests/payment-request-steps.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts } from '../../support/deductions.js';
import { addFunding, addKader, anOffice, chooseDeductions, SITIUNG } from '../../support/nagari.js';
import { calculate, JULY } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
const requests = app.get(PaymentRequestsService);
const steps = app.get(PaymentRequestStepsService);

it('cuts the premium of a month once, whichever of two payers comes first', async () => {
  const { id } = office.operator;
  await app.get(HonorPoliciesService).importFile('config/policies/sitiung-2026.yaml', id);
  await addFunding(app, office, SITIUNG, 1_000_000n);
  await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar' });
  for (const payer of [SITIUNG, 'DINKES']) await chooseDeductions(app, id, payer, ['bpjs-kader']);
  await importTaxFacts(app, office, ['1310044101800001;Yusnidar;01/02/2026;;;17001234567']);
  await calculate(app, office, [JULY], SITIUNG);
  const draft = (payer: string) => requests.draft({ payer, months: [JULY], by: office.operator });

  const [one, other] = await Promise.all([draft(SITIUNG), draft('DINKES')]);
  const cut = [one.request, other.request].map(({ deductions }) => deductions).sort();
  expect(cut).toEqual([0n, 16_800n]);
  // When the first lets go, the other is composed anew: the premium is not forgotten.
  const [first, second] = one.request.deductions > 0n ? [one, other] : [other, one];
  await steps.cancel(first.request.number, office.operator, 'salah bulan');
  expect(await refusalCodes(() => steps.submit(second.request.number, office.operator))).toEqual([
    'deduction.changed-since-draft',
  ]);
  const { number } = second.request;
  const again = await requests.draft({
    payer: second.payer.code,
    months: [JULY],
    number,
    by: office.operator,
  });
  expect(again.request.deductions).toBe(16_800n);
  const [{ count }] = await app
    .get(DataSource)
    .query<[{ count: number }]>(`select count(*)::int as count from kader_deduction where kind = 'bpjs'`);
  expect(count).toBe(1);
});
