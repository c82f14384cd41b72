import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../support/database.js';
import { kaderCells, rosterCsv, type KaderCells } from '../../support/roster-csv.js';
import { anAppUser, emptyRoster, loadDharmasraya, rosterWorld } from '../../support/roster-world.js';

const dataSource = await testDatabase();
const world = rosterWorld(dataSource);
const folder = await mkdtemp(join(tmpdir(), 'roster-'));
await loadDharmasraya(world);
const by = await anAppUser(dataSource, 'operator.sitiung');

beforeEach(() => emptyRoster(dataSource));
afterAll(() => rm(folder, { recursive: true }));

/** Imports one row about the same kader. */
async function says(changes: Partial<KaderCells>, dryRun = false) {
  const path = join(folder, 'roster.csv');
  await writeFile(path, rosterCsv([kaderCells(0, changes)]));
  const { problems, changed, applied } = await world.rosterImport.importRoster({
    ...{ path, by, dryRun, acceptChanges: true },
  });
  const told = changed.flatMap(({ changes: fields }) =>
    fields.map(({ field, before, after }) => `${field} ${before ?? '-'} → ${after}`),
  );
  return { refused: problems.map(({ code }) => code), told, applied };
}

async function history(): Promise<string[]> {
  const rows = await dataSource.query<{ line: string }[]>(
    `select concat_ws(' ', sk_number, active, end_reason) as line from appointment order by valid_from`,
  );
  return rows.map(({ line }) => line);
}

const OLD = { skNumber: 'SK-1', validFrom: '05/02/2026' };
const NEW = { skNumber: 'SK-2', validFrom: '01/07/2026' };

describe('an SK with another first day', () => {
  it('is corrected earlier, which nothing but the dry run shows before it is accepted', async () => {
    await says(OLD);
    const earlier = { ...OLD, validFrom: '05/01/2026' };
    const told = ['BERLAKU MULAI 2026-02-05 → 2026-01-05'];
    expect(await says(earlier, true)).toEqual({ refused: [], told, applied: false });
    expect(await history()).toEqual(['SK-1 [2026-02-05,)']);
    expect(await says(earlier)).toEqual({ refused: [], told, applied: true });
    expect(await history()).toEqual(['SK-1 [2026-01-05,)']);
    expect(await says(earlier)).toEqual({ refused: [], told: [], applied: true });
    expect(await dataSource.query<unknown[]>('select field, before, after from roster_change')).toEqual([
      { field: 'BERLAKU MULAI', before: '2026-02-05', after: '2026-01-05' },
    ]);
  });

  it('is corrected later, and is no second appointment', async () => {
    await says(OLD);
    await says({ ...OLD, validFrom: '05/03/2026' });
    expect(await history()).toEqual(['SK-1 [2026-03-05,)']);
  });

  it.each([
    ['01/06/2026', '2026-06-01'],
    ['01/08/2026', '2026-08-01'],
  ])('moves the end of the SK it replaced: %s', async (validFrom, day) => {
    await says(OLD);
    await says(NEW);
    const { told } = await says({ ...NEW, validFrom });
    expect(told).toEqual([
      `BERLAKU MULAI 2026-07-01 → ${day}`,
      expect.stringContaining('TGL BERHENTI (SK lama) 2026-06-30 →'),
    ]);
    expect(await history()).toEqual([`SK-1 [2026-02-05,${day}) diganti-sk`, `SK-2 [${day},)`]);
  });

  it('leaves an end that had another reason, and may not reach it', async () => {
    await says({ ...OLD, endedOn: '31/05/2026', endReason: 'Mengundurkan diri' });
    await says(NEW);
    expect(await says({ ...NEW, validFrom: '31/05/2026' })).toMatchObject({
      refused: ['roster.sk-overlaps'],
    });
    await says({ ...NEW, validFrom: '01/06/2026' });
    expect(await history()).toEqual(['SK-1 [2026-02-05,2026-06-01) mengundurkan-diri', 'SK-2 [2026-06-01,)']);
  });

  it('is refused before the first day of the SK it replaced', async () => {
    await says(OLD);
    await says(NEW);
    expect(await says({ ...NEW, validFrom: '01/02/2026' })).toMatchObject({
      refused: ['roster.sk-before-older'],
    });
  });

  it('is corrected though it was replaced long ago, and may not reach the one that replaced it', async () => {
    await says(OLD);
    await says(NEW);
    await says({ ...OLD, validFrom: '05/01/2026' });
    expect(await history()).toEqual(['SK-1 [2026-01-05,2026-07-01) diganti-sk', 'SK-2 [2026-07-01,)']);
    const reaching = { ...OLD, validFrom: '05/01/2026', endedOn: '01/07/2026', endReason: 'Pindah' };
    expect(await says(reaching)).toMatchObject({ refused: ['roster.sk-reaches-newer'] });
  });

  it('is another appointment after she had stopped', async () => {
    await says({ ...OLD, endedOn: '31/05/2026', endReason: 'Mengundurkan diri' });
    await says({ ...OLD, validFrom: '01/08/2026' });
    expect(await history()).toEqual(['SK-1 [2026-02-05,2026-06-01) mengundurkan-diri', 'SK-1 [2026-08-01,)']);
  });
});

describe('an older SK of a nagari that she is on the roster of no longer', () => {
  const ANGGREK = { posyandu: 'Anggrek', skNumber: 'SK-7', endedOn: '31/12/2025', endReason: 'Pindah' };

  async function saysSiguntur(validFrom: string, regionCode: string) {
    const path = join(folder, 'siguntur.csv');
    const rows = rosterCsv([kaderCells(0, { ...ANGGREK, validFrom })]).replace('SITIUNG', 'SIGUNTUR');
    await writeFile(path, rows);
    const options = { path, by, acceptChanges: true, regionCode };
    return (await world.rosterImport.importRoster(options)).problems.map(({ code }) => code);
  }

  it('is recorded by a region that covers both, or by a nagari that had her, and she stays where she is', async () => {
    await says(OLD);
    expect(await saysSiguntur('01/07/2025', '13.10.04.2002')).toEqual(['roster.past-sk-elsewhere']);
    expect(await saysSiguntur('01/07/2025', '13.10.04')).toEqual([]);
    expect(await saysSiguntur('01/06/2025', '13.10.04.2002')).toEqual([]);
    expect(await history()).toEqual(['SK-7 [2025-06-01,2026-01-01) pindah', 'SK-1 [2026-02-05,)']);
    const homes = await dataSource.query<unknown[]>('select nagari_code as home from kader');
    expect(homes).toEqual([{ home: '13.10.04.2001' }]);
  });
});

describe('an older SK', () => {
  const LATE = { skNumber: 'SK-0', validFrom: '01/01/2025', endedOn: '31/12/2025', endReason: 'Habis' };

  it('is recorded late where it shares no day with another, and the same file again changes nothing', async () => {
    await says(OLD);
    const ended = { ...LATE, endReason: 'Masa bakti habis' };
    expect(await says(ended)).toMatchObject({ refused: [], applied: true });
    expect(await history()).toEqual(['SK-0 [2025-01-01,2026-01-01) masa-bakti-habis', 'SK-1 [2026-02-05,)']);
    expect(await says(ended)).toEqual({ refused: [], told: [], applied: true });
  });

  it('that was recorded before takes back nothing that is newer of the person', async () => {
    await says(OLD);
    await says({ ...NEW, name: 'Kader A Baru' });
    expect(await says(OLD)).toMatchObject({ refused: ['roster.sk-older'], applied: false });
  });

  it('without an end, or with one that reaches the newer, is refused with what to fill in', async () => {
    await says(OLD);
    for (const endedOn of ['', '05/02/2026']) {
      const endReason = endedOn === '' ? '' : 'Pindah';
      expect(await says({ ...LATE, endedOn, endReason })).toMatchObject({
        refused: ['roster.sk-reaches-newer'],
      });
    }
    expect(await history()).toEqual(['SK-1 [2026-02-05,)']);
  });

  it('between two others may reach neither', async () => {
    await says({ ...OLD, endedOn: '28/02/2026', endReason: 'Pindah' });
    await says(NEW);
    const between = { skNumber: 'SK-9', endedOn: '30/04/2026', endReason: 'Pindah' };
    expect(await says({ ...between, validFrom: '28/02/2026' })).toMatchObject({
      refused: ['roster.sk-overlaps'],
    });
    await says({ ...between, validFrom: '01/03/2026' });
    expect(await history()).toHaveLength(3);
  });
});
