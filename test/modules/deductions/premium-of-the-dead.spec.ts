import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { testApp } from '../../support/app.js';
import { aConfirmedHeir, recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { importTaxFacts } from '../../support/deductions.js';
import { addFunding, addKader, anOffice, chooseDeductions, SIGUNTUR } from '../../support/nagari.js';
import { calculate, importPolicy, policyDocument } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);

it('no premium is paid for a month after death, though a share of the year is paid in it; the tax is as ever', async () => {
  const { components } = policyDocument() as { components: [object] };
  const funding = { percentage: [{ source: 'nagari/DDS', percent: 100 }] };
  const lump = {
    kind: 'lump',
    amount: 90_000,
    paidIn: ['september'],
    proration: 'months-served',
    rounding: 'down',
  };
  await importPolicy(
    app,
    office,
    policyDocument({
      components: [components[0], { code: 'tahunan', name: 'Honor tahunan', ...lump, funding }],
    }),
  );
  await addFunding(app, office, SIGUNTUR, 1_000_000n);
  await addKader(app, office, { nik: YUSNIDAR, name: 'Yusnidar', nagari: SIGUNTUR });
  await chooseDeductions(app, office.operator.id, SIGUNTUR, ['bpjs-kader', 'pph21-bukan-pegawai']);
  await importTaxFacts(app, office, [`${YUSNIDAR};Yusnidar;01/02/2026;;;17001234567`]);
  await recordDeath(app, office);
  await aConfirmedHeir(app, office);
  const months = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
  await calculate(app, office, months);
  const { request } = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months, by: office.operator });
  // Two months of Rp75.000, and 8 of 9 months of Rp90.000.
  expect(request.gross).toBe(230_000n);
  const cut = await app
    .get(DataSource)
    .query<{ kind: string; month: string | null; amount: bigint }[]>(
      `select kind, service_month as month, amount from kader_deduction order by kind, service_month`,
    );
  expect(cut).toEqual([
    { kind: 'bpjs', month: '2026-07', amount: 16_800n },
    { kind: 'bpjs', month: '2026-08', amount: 16_800n },
    { kind: 'pph21', month: null, amount: 5_750n },
  ]);
});
