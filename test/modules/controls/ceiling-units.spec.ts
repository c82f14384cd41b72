import { ControlDataService } from '../../../src/modules/controls/control-data.service.js';
import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR, withFile } from '../../support/nagari.js';
import { aDraft, importPolicy, JULY, policyDocument } from '../../support/payments.js';
import { refusalCodes, refusalsOf } from '../../support/refusal.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 10_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });

const funding = { percentage: [{ source: 'nagari/DDS', percent: 100 }] };
const activityKinds = ['penyuluhan'];
const atOnce = { paidIn: ['juli'], proration: 'full', rounding: 'down', funding };
const monthly = { proration: 'active-on-first', rounding: 'down', funding };
const components = [
  { ...monthly, code: 'honor-bulanan', name: 'Honor bulanan', kind: 'flat-monthly', amount: 50_000 },
  { ...monthly, code: 'tambahan', name: 'Tambahan', kind: 'top-up', of: 'honor-bulanan', total: 75_000 },
  {
    code: 'transport',
    name: 'Transport',
    kind: 'transport',
    rate: 30_000,
    activityKinds,
    eventCountMax: 2,
    funding,
  },
  {
    ...{ code: 'kegiatan', name: 'Kegiatan', kind: 'by-activity-kind', amountMax: null, funding },
    rates: { penyuluhan: { rate: 10_000, countMax: 4 } },
  },
  {
    ...{ code: 'hadir', name: 'Hadir', kind: 'attendance-threshold', amount: 20_000, activityKinds, funding },
    ...{ threshold: { percent: 75 }, below: 'none', rounding: 'down' },
  },
  { ...atOnce, code: 'tahunan', name: 'Tahunan', kind: 'lump', amount: 600_000 },
  { ...atOnce, code: 'bulan-ke-13', name: 'Bulan ke-13', kind: 'thirteenth-month', of: 'honor-bulanan' },
];
const price = (component: string, limit: number, unit = '', to = '2026-12-31') =>
  `  - { kind: rate, scope: '13.10', component: ${component}, limit: ${String(limit)}, ${unit} from: 2026-01-01, to: ${to}, basis: SSH 1/2026 }`;
const importPrices = (...prices: readonly string[]) =>
  withFile('batas.yaml', ['ceilings:', ...prices, ''].join('\n'), (path) =>
    app.get(ControlDataService).importCeilings(path, office.operator.id),
  );

describe('standard prices', () => {
  it('are held against every kind of component, by the month, the activity and the payment', async () => {
    await importPolicy(app, office, policyDocument({ components }));
    await importPrices(
      price('honor-bulanan', 49_000),
      price('transport', 29_000, 'unit: activity,'),
      price('kegiatan', 9_000, 'unit: activity, activity: penyuluhan,'),
      price('hadir', 19_000),
      price('tahunan', 599_000),
    );
    const number = await aDraft(app, office, [JULY]);
    const found = await app.get(ControlsService).run(number);
    expect(
      found.filter(({ control }) => control === 'C17').map(({ sentence }) => sentence.split(' menurut ')[0]),
    ).toEqual([
      'bulan-ke-13 bersama honor-bulanan Rp50.000 sekali bayar (1 kader, Juli 2026), melebihi Rp49.000',
      'hadir Rp20.000 sebulan (1 kader, Juli 2026), melebihi Rp19.000',
      'honor-bulanan Rp50.000 sebulan (1 kader, Juli 2026), melebihi Rp49.000',
      'kegiatan untuk penyuluhan Rp10.000 per kegiatan (1 kader, Juli 2026), melebihi Rp9.000',
      'tahunan Rp600.000 sekali bayar (1 kader, Juli 2026), melebihi Rp599.000',
      'tambahan bersama honor-bulanan Rp75.000 sebulan (1 kader, Juli 2026), melebihi Rp49.000',
      'transport Rp30.000 per kegiatan (1 kader, Juli 2026), melebihi Rp29.000',
    ]);
  });

  it('are one for each unit and kind of activity at a time', async () => {
    await importPrices(price('kegiatan', 8_000, 'unit: activity,'), price('kegiatan', 40_000));
    const again = () => importPrices(price('kegiatan', 8_000, 'unit: activity, activity: penyuluhan,'));
    const refused = await refusalsOf(again);
    expect(refused.map(({ code }) => code)).toEqual(['control.ceiling-overlaps']);
    expect(refused[0]?.message).toContain('tarif kegiatan per kegiatan penyuluhan 13.10');
  });

  it('name an activity only where they are by the activity, and heads are of none', async () => {
    expect(await refusalCodes(() => importPrices(price('x', 1, 'activity: penyuluhan,')))).toEqual([
      'control.field-unknown',
    ]);
    expect(await refusalCodes(() => importPrices(price('x', 1, 'unit: year,')))).toEqual([
      'control.field-wrong',
    ]);
    const heads = `  - { kind: headcount, scope: '${SIGUNTUR}', limit: 2, unit: activity, from: 2026-01-01, to: null, basis: DPA 1/2026 }`;
    expect(await refusalCodes(() => importPrices(heads))).toEqual(['control.field-unknown']);
  });
});
