import { DataSource } from 'typeorm';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { testApp } from '../../support/app.js';
import { recordDeath, YUSNIDAR } from '../../support/deaths.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { calculate, importPolicy, policyDocument } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
const months = ['2026-07', '2026-08', '2026-09'].map(serviceMonth);
await importPolicy(app, office, byDaysAndActivity());
await addFunding(app, office, SIGUNTUR, 1_000_000n);
await addKader(app, office, { nik: YUSNIDAR, name: 'Yusnidar', nagari: SIGUNTUR });

/** Rp75.000 a month by days, and Rp10.000 for each activity. */
function byDaysAndActivity(): object {
  const { components } = policyDocument() as { components: [object] };
  const funding = { percentage: [{ source: 'nagari/DDS', percent: 100 }] };
  return policyDocument({
    components: [
      { ...components[0], proration: 'by-days' },
      {
        ...{
          code: 'per-kegiatan',
          name: 'Per kegiatan',
          kind: 'per-activity',
          rate: 10_000,
          activityCountMax: 5,
        },
        activityKinds: ['penyuluhan'],
        funding,
      },
    ],
  });
}

const entitled = () =>
  app.get(DataSource).query<{ month: string; component: string; amount: bigint }[]>(
    `select service_month as month, component, sum(amount)::bigint as amount from honor_line
     group by 1, 2 having sum(amount) <> 0 order by 1, 2`,
  );

it('a death that becomes known later takes back what was not earned, to the day, and nothing else', async () => {
  await calculate(app, office, months);
  expect(await entitled()).toHaveLength(6);
  await recordDeath(app, office);
  const report = await app
    .get(EntitlementsService)
    .calculate({ regionCode: SIGUNTUR, months, by: office.operator });
  expect(report.exclusions.map(({ month, code }) => [month, code])).toEqual([
    ['2026-08', 'honor.activities-left-out'],
    ['2026-09', 'honor.deceased'],
  ]);
  // 75.000 x 14 / 31 = 33.870,97; the activity of 15 August was after she died.
  expect(await entitled()).toEqual([
    { month: '2026-07', component: 'honor-bulanan', amount: 75_000n },
    { month: '2026-07', component: 'per-kegiatan', amount: 10_000n },
    { month: '2026-08', component: 'honor-bulanan', amount: 33_870n },
  ]);
});
