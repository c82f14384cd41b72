import { ApprovalBandsService } from '../../../src/modules/approvals/approval-bands.service.js';
import { testApp } from '../../support/app.js';
import { withFile } from '../../support/nagari.js';
import { aPayingNagari } from '../../support/payments.js';
import { refusalCodes } from '../../support/refusal.js';
import { bandsDocument, importBands } from '../../support/signatures.js';

const { app } = await testApp();
const office = await aPayingNagari(app);
const bands = app.get(ApprovalBandsService);
const load = (change: Readonly<Record<string, unknown>> = {}) =>
  importBands(app, office.operator.id, bandsDocument(change));

describe('importing approval bands', () => {
  it('makes a version, which the same content does not make again', async () => {
    expect(await load()).toMatchObject({ version: 1, isNew: true });
    expect(await load()).toMatchObject({ version: 1, isNew: false });
  });

  it('ends an open version the day before the next, and refuses what overlaps', async () => {
    expect(await load({ validFrom: '2026-07-01', validTo: '2026-12-31' })).toMatchObject({ version: 2 });
    const dates = (await bands.list()).map(({ set }) => [set.validFrom, set.validTo]);
    expect(dates).toEqual([
      ['2026-01-02', '2026-06-30'],
      ['2026-07-01', '2026-12-31'],
    ]);
    expect(await refusalCodes(() => load({ validFrom: '2026-08-01' }))).toEqual(['approval.bands-overlap']);
    expect(await load({ validFrom: '2027-01-01' })).toMatchObject({ version: 3 });
  });

  it('keeps bands for nagari and for OPD of one region apart, and knows the OPD', async () => {
    expect(await load({ scope: '13.10' })).toMatchObject({ version: 1 });
    expect(await load({ scope: '13.10', appliesTo: 'opd' })).toMatchObject({ version: 1 });
    expect(await load({ scope: 'DINKES', appliesTo: 'opd' })).toMatchObject({ version: 1 });
  });

  it.each([
    ['an unknown region', { scope: '13.99' }, 'approval.scope-unknown'],
    ['an unknown OPD', { scope: 'DINSOS', appliesTo: 'opd' }, 'approval.scope-unknown'],
    ['an OPD among nagari', { scope: 'DINKES' }, 'approval.scope-is-no-region'],
    ['bands that nobody reads', { bands: [] }, 'approval.field-wrong'],
  ])('refuses %s', async (_, change, code) => {
    expect(await refusalCodes(() => load(change))).toEqual([code]);
  });

  it.each([
    ['no text', 'a\0b', 'approval.file-not-text'],
    ['no YAML', 'bands: [', 'approval.file-unreadable'],
  ])('refuses a file that is %s', async (_, content, code) => {
    const read = () =>
      withFile('jenjang.yaml', content, (path) => bands.importFile(path, office.operator.id));
    expect(await refusalCodes(read)).toEqual([code]);
  });
});
