import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { importTaxFacts } from '../../support/deductions.js';
import { answerFindings } from '../../support/findings.js';
import { addFunding, addKader, anOffice, chooseDeductions, SIGUNTUR } from '../../support/nagari.js';
import { lowerTheRate, settle } from '../../support/overpayments.js';
import {
  aDraft,
  calculate,
  endService,
  importPolicy,
  policyDocument,
  takeSteps,
} from '../../support/payments.js';

const NIK = '1310044101800001';
const QUARTER = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
const [JULY] = QUARTER as [(typeof QUARTER)[number]];

async function anInsuredNagari(insuredSince: string, components: readonly object[] = []) {
  const { app } = await testApp();
  const office = await anOffice(app);
  const { components: monthly } = policyDocument() as { components: object[] };
  await importPolicy(app, office, policyDocument({ components: [...monthly, ...components] }));
  await addFunding(app, office, SIGUNTUR, 1_000_000n);
  await addKader(app, office, { nik: NIK, name: 'Yusnidar', nagari: SIGUNTUR });
  await importTaxFacts(app, office, [`${NIK};Yusnidar;${insuredSince};;;17001234567`]);
  const draft = async () => {
    const wish = { payer: SIGUNTUR, months: QUARTER, by: office.operator };
    return app.get(PaymentRequestsService).draft(wish);
  };
  const premiums = () =>
    app
      .get(DataSource)
      .query<{ month: string; amount: bigint }[]>(
        `select service_month as month, amount from kader_deduction where kind = 'bpjs' order by 1`,
      );
  return { app, office, draft, premiums };
}

it('cuts no premium of months before she was insured or before the payer chose it', async () => {
  const { app, office, draft, premiums } = await anInsuredNagari('01/10/2026');
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['bpjs-kader'], '2026-10-01');
  await calculate(app, office, QUARTER);
  expect(await draft()).toMatchObject({ request: { gross: 225_000n, deductions: 0n }, heldOut: [] });
  expect(await premiums()).toEqual([]);
});

it('cuts the premium of a month once, and never off a rapel of it, however small', async () => {
  const { app, office, draft, premiums } = await anInsuredNagari('01/02/2026');
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['bpjs-kader']);
  const paid = await aDraft(app, office, QUARTER);
  await takeSteps(app, office, paid, 'release');
  await settle(app, office, paid);
  expect(await premiums()).toHaveLength(3);
  await lowerTheRate(app, office, 80_000);
  await calculate(app, office, QUARTER);
  const { request, heldOut } = await draft();
  expect([request.gross, request.deductions, heldOut]).toEqual([15_000n, 0n, []]);
  await answerFindings(app, request.number, office.operator.id);
  await takeSteps(app, office, request.number, 'release');
  expect(await premiums()).toHaveLength(3);
});

it('cuts none of months already paid when the choice is recorded afterwards for them', async () => {
  const { app, office, draft, premiums } = await anInsuredNagari('01/02/2026');
  const paid = await aDraft(app, office, QUARTER);
  await takeSteps(app, office, paid, 'release');
  await settle(app, office, paid);
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['bpjs-kader']);
  await lowerTheRate(app, office, 80_000);
  await calculate(app, office, QUARTER);
  expect(await draft()).toMatchObject({ request: { gross: 15_000n, deductions: 0n }, heldOut: [] });
  expect(await premiums()).toEqual([]);
});

it('makes no premium of a month in which she did not serve, though a share of the year is paid in it', async () => {
  const lump = {
    ...{ code: 'tahunan', name: 'Honor tahunan', kind: 'lump', amount: 90_000, paidIn: ['september'] },
    ...{ proration: 'months-served', rounding: 'down' },
    funding: { percentage: [{ source: 'nagari/DDS', percent: 100 }] },
  };
  const { app, office, draft, premiums } = await anInsuredNagari('01/02/2026', [lump]);
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['bpjs-kader']);
  await endService(app, 'Yusnidar', '2026-07-31');
  await calculate(app, office, QUARTER);
  const { heldOut, request } = await draft();
  expect([request.deductions, heldOut]).toEqual([16_800n, []]);
  expect(await premiums()).toEqual([{ month: JULY, amount: 16_800n }]);
});
