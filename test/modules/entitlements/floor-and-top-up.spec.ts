import { DataSource } from 'typeorm';
import { EntitlementsService } from '../../../src/modules/entitlements/entitlements.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR, SITIUNG } from '../../support/nagari.js';
import { importPolicy, JULY, policyDocument, sqlVerdict } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
const component = (code: string, pay: object, source: string) => ({
  code,
  name: code,
  ...pay,
  proration: 'active-on-first',
  rounding: 'down',
  funding: { percentage: [{ source, percent: 100 }] },
});
const floor = component('honor-dasar', { kind: 'flat-monthly', amount: 250_000 }, 'nagari/DDS');
const tops = component('tambahan', { kind: 'top-up', total: 325_000, of: 'honor-dasar' }, 'nagari/ADN');
await importPolicy(app, office, policyDocument({ code: 'dasar', components: [floor] }));
await importPolicy(
  app,
  office,
  policyDocument({ code: 'tambahan-sitiung', scope: SITIUNG, topsUp: 'dasar', components: [tops] }),
);
for (const nagari of [SITIUNG, SIGUNTUR]) await addFunding(app, office, nagari, 10_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SITIUNG });
await addKader(app, office, { nik: '1310044101800002', name: 'Rosmaniar', nagari: SIGUNTUR });
const calculate = () =>
  app.get(EntitlementsService).calculate({ regionCode: '13.10', months: [JULY], by: office.operator });

describe('a floor of the kabupaten and the top-up of one nagari', () => {
  it('are two amounts with two policies and two budget lines, and nothing more the second time', async () => {
    expect(await calculate()).toMatchObject({ kader: 2, changedLines: 3, gross: 575_000n });
    const lines = await app.get(DataSource).query<object[]>(
      `select kader.name, component, honor_line.amount::int as amount, code as policy, label
       from honor_line join kader on kader.id = kader_id join honor_policy on honor_policy.id = policy_id
       join entitlement on honor_line_id = honor_line.id join funding_source source on source.id = funding_source_id
       order by 1, 2`,
    );
    expect(lines).toEqual([
      { name: 'Rosmaniar', component: 'honor-dasar', amount: 250_000, policy: 'dasar', label: 'DDS' },
      { name: 'Yusnidar', component: 'honor-dasar', amount: 250_000, policy: 'dasar', label: 'DDS' },
      { name: 'Yusnidar', component: 'tambahan', amount: 75_000, policy: 'tambahan-sitiung', label: 'ADN' },
    ]);
    expect(await calculate()).toMatchObject({ changedLines: 0, gross: 575_000n });
  });

  it.each([
    ['its document', `update honor_policy set document = '{}' where code = 'dasar'`],
    ['its scope', `update honor_policy set scope = '13' where code = 'dasar'`],
    ['what it adds to', `update honor_policy set tops_up = null where code = 'tambahan-sitiung'`],
    ['its being there', `delete from honor_policy where code = 'dasar'`],
  ])('stand on versions of which nobody changes %s', async (_, statement) => {
    expect(await sqlVerdict(app, statement)).toBe('42501');
  });
});
