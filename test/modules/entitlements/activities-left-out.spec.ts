import { DataSource } from 'typeorm';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { PaymentRequestsService } from '../../../src/modules/payment-requests/payment-requests.service.js';
import { ExplanationService } from '../../../src/modules/reports/explanation.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { endService, importPolicy, JULY, policyDocument } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
const sql = <Row>(statement: string, ...values: readonly unknown[]) =>
  app.get(DataSource).query<Row[]>(statement, [...values]);
await addFunding(app, office, SIGUNTUR, 1_000_000n);
const yusnidar = await addKader(app, office, {
  nik: '1310044101800001',
  name: 'Yusnidar',
  nagari: SIGUNTUR,
});
const visits = {
  code: 'kunjungan',
  name: 'Kunjungan',
  kind: 'per-activity',
  rate: 20_000,
  activityKinds: ['kunjungan-rumah'],
  activityCountMax: 10,
  funding: { percentage: [{ source: 'nagari/DDS', percent: 100 }] },
};

async function visit(on: string): Promise<void> {
  await sql(
    `with held as (insert into activity (posyandu_id, held_on, kind, import_id, recorded_by, verified_by, verified_at)
       select id, $1, 'kunjungan-rumah', (select max(id) from roster_import), $3, $4, now() from posyandu
       where nagari_code = $5 returning id)
     insert into activity_attendance select id, $2 from held`,
    ...[on, yusnidar, office.operator.id, office.verifier.id, SIGUNTUR],
  );
}

const calculate = () =>
  app.get(EntitlementsService).calculate({ regionCode: SIGUNTUR, months: [JULY], by: office.operator });

it('visits after an end that becomes known later are taken back, named, and seen by C15 before that', async () => {
  await importPolicy(app, office, policyDocument({ components: [visits] }));
  for (const on of ['2026-07-05', '2026-07-20', '2026-07-25']) await visit(on);
  expect(await calculate()).toMatchObject({ gross: 60_000n });
  const { request } = await app
    .get(PaymentRequestsService)
    .draft({ payer: SIGUNTUR, months: [JULY], by: office.operator });
  expect(await countedMore(request.number)).toEqual([]);

  await endService(app, 'Yusnidar', '2026-07-10');
  expect(await countedMore(request.number)).toMatchObject([{ evidence: { counted: 3, held: 1 } }]);
  expect(await calculate()).toMatchObject({ changedGross: -40_000n, gross: 20_000n });
  const [component] = (await explained()).components;
  expect(component?.revisions.map(({ amount }) => amount)).toEqual([60_000n, -40_000n]);
  expect(component?.revisions[1]?.change?.come).toEqual([
    'Bertugas menurut SK SK-1/2026 dari 1 Juli 2026 s.d. 10 Juli 2026.',
    '1 kegiatan terverifikasi: 1 × Rp20.000 = Rp20.000.',
    'Tidak dihitung: kunjungan rumah 20 Juli 2026 di Posyandu Mawar, di luar masa SK-nya.',
    'Tidak dihitung: kunjungan rumah 25 Juli 2026 di Posyandu Mawar, di luar masa SK-nya.',
    'Rp20.000 dibebankan pada nagari/DDS.',
  ]);
  expect((await explained()).attended.map(({ on, leftOut }) => [on, leftOut])).toEqual([
    ['2026-07-05', null],
    ['2026-07-20', 'without-sk'],
    ['2026-07-25', 'without-sk'],
  ]);
});

const explained = () => app.get(ExplanationService).explain({ kader: String(yusnidar), month: JULY });

async function countedMore(number: string) {
  const found = await app.get(ControlsService).run(number);
  return found.filter(({ code }) => code === 'control.counted-more-than-held');
}
