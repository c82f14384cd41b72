import { ControlsService } from '../../../src/modules/controls/controls.service.js';
import { testApp } from '../../support/app.js';
import { addFunding, addKader, anOffice, SIGUNTUR } from '../../support/nagari.js';
import { aDraft, importPolicy, JULY, policyDocument, sqlVerdict } from '../../support/payments.js';

const { app } = await testApp();
const office = await anOffice(app);
await addFunding(app, office, SIGUNTUR, 10_000_000n);
await addKader(app, office, { nik: '1310044101800001', name: 'Yusnidar', nagari: SIGUNTUR });

const funding = { percentage: [{ source: 'nagari/DDS', percent: 100 }] };
const activityKinds = ['penyuluhan'];
const components = [
  { code: 'kunjungan', name: 'Kunjungan', kind: 'per-activity', rate: 10_000, activityCountMax: 9 },
  { code: 'transport', name: 'Transport', kind: 'transport', rate: 10_000, eventCountMax: 9 },
  {
    ...{ code: 'hadir', name: 'Hadir', kind: 'attendance-threshold', amount: 20_000 },
    ...{ threshold: { percent: 75 }, below: 'none', rounding: 'down' },
  },
].map((component) => ({ ...component, activityKinds, funding }));
const rates = { penyuluhan: { rate: 10_000, countMax: 4 } };
const byKind = {
  code: 'kegiatan',
  name: 'Kegiatan',
  kind: 'by-activity-kind',
  rates,
  amountMax: null,
  funding,
};

describe('activities that were counted', () => {
  it('are proven by those of their own kind alone, whatever the component pays by', async () => {
    await importPolicy(app, office, policyDocument({ components: [...components, byKind] }));
    const number = await aDraft(app, office, [JULY]);
    const found = async () =>
      (await app.get(ControlsService).run(number))
        .filter(({ control }) => control === 'C15')
        .map(({ sentence }) => sentence.slice(0, sentence.indexOf('. ')));
    expect(await found()).toEqual([]);
    // What she attended turns out to have been something else.
    const changed = [
      'alter table activity disable trigger user',
      `update activity set kind = 'kunjungan-rumah'`,
      'alter table activity enable trigger user',
    ];
    expect(await sqlVerdict(app, ...changed)).toBe('accepted');
    const counted = 'Juli 2026 menghitung 1 penyuluhan, yang tercatat diikutinya 0';
    expect(await found()).toEqual(
      ['hadir', 'kegiatan', 'kunjungan', 'transport'].map(
        (component) => `Yusnidar (1310********0001): ${component} ${counted}`,
      ),
    );
  });
});
