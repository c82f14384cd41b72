import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { activityCsv } from '../../support/activity-csv.js';
import { testDatabase } from '../../support/database.js';
import { kaderCells, rosterCsv } from '../../support/roster-csv.js';
import { anAppUser, emptyRoster, loadDharmasraya, rosterWorld } from '../../support/roster-world.js';

const dataSource = await testDatabase();
const world = rosterWorld(dataSource);
const [ana, ani] = [kaderCells(0), kaderCells(1)];
const september = { regionCode: '13.10.04.2001', month: serviceMonth('2026-09') };
let by: number;
let other: number;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'activity-'));
  await loadDharmasraya(world);
  by = await anAppUser(dataSource, 'operator.sitiung');
  other = await anAppUser(dataSource, 'sekretaris.sitiung');
});
beforeEach(async () => {
  await emptyRoster(dataSource);
  const path = join(folder, 'roster.csv');
  await writeFile(path, rosterCsv([ana, ani]));
  await world.rosterImport.importRoster({ path, by });
});
afterAll(() => rm(folder, { recursive: true }));

async function file(rows: readonly (readonly string[])[], name = 'activity.csv'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, activityCsv(rows));
  return path;
}

const openDay = (cells: { nik: string; name: string }, babies = '') => [
  '05/09/2026',
  'Melati I',
  'Hari Buka',
  cells.nik,
  cells.name,
  babies,
];

async function recorded(): Promise<unknown> {
  return dataSource.query(
    `select held_on, kind, target_counts as counts, recorded_by as recorded, verified_by as verified,
            (select count(*)::int from activity_attendance where activity_id = activity.id) as attended
       from activity order by id`,
  );
}

describe('importActivities', () => {
  it('makes one activity of the rows of one posyandu, day and kind; again it changes nothing', async () => {
    const path = await file([openDay(ana, '12'), openDay(ani)]);
    expect(await world.activityImport.importActivities({ path, by })).toMatchObject({
      problems: [],
      created: 1,
      attendances: 2,
      applied: true,
    });
    const activity = { held_on: '2026-09-05', kind: 'hari-buka', counts: { bayi: 12 }, attended: 2 };
    expect(await recorded()).toEqual([{ ...activity, recorded: by, verified: null }]);
    expect(await world.activityImport.importActivities({ path, by: other })).toMatchObject({
      created: 0,
      changed: [],
      unchanged: 1,
      applied: true,
    });
    expect(await recorded()).toEqual([{ ...activity, recorded: by, verified: null }]);
  });

  it('writes nothing when one row is wrong, or in a dry run', async () => {
    const wrong = await file([openDay(ana), [...openDay(ani).slice(0, 4), 'Bukan Dia', '']]);
    expect(await world.activityImport.importActivities({ path: wrong, by })).toMatchObject({
      problems: [{ cell: 'E4', code: 'activity.name-differs' }],
      applied: false,
    });
    const path = await file([openDay(ana)]);
    const dry = await world.activityImport.importActivities({ path, by, dryRun: true });
    expect(dry).toMatchObject({ created: 1, applied: false });
    expect(await recorded()).toEqual([]);
  });

  it('changes a recorded activity only when that is accepted; who changes it has recorded it', async () => {
    await world.activityImport.importActivities({ path: await file([openDay(ana, '12')]), by });
    const path = await file([openDay(ani, '13')], 'changed.csv');
    expect(await world.activityImport.importActivities({ path, by: other })).toMatchObject({
      applied: false,
      changed: [
        {
          posyandu: 'Melati I',
          heldOn: '2026-09-05',
          changes: [
            { field: 'BAYI', before: '12', after: '13' },
            { field: 'HADIR', before: null, after: ani.name },
            { field: 'HADIR', before: ana.name, after: 'tidak hadir' },
          ],
        },
      ],
    });
    await world.activityImport.importActivities({ path, by: other, acceptChanges: true });
    expect(await recorded()).toMatchObject([{ counts: { bayi: 13 }, attended: 1, recorded: other }]);
  });

  it('does not touch what was verified', async () => {
    const path = await file([openDay(ana)]);
    await world.activityImport.importActivities({ path, by });
    await world.verification.verifyActivities({ ...september, by: other });
    const again = await world.activityImport.importActivities({ path, by });
    expect(again).toMatchObject({ unchanged: 1, applied: true });
    const changed = await file([openDay(ana), openDay(ani)], 'changed.csv');
    const options = { path: changed, by, acceptChanges: true };
    expect(await world.activityImport.importActivities(options)).toMatchObject({
      problems: [{ code: 'activity.already-verified' }],
      applied: false,
    });
  });
});

describe('verifyActivities', () => {
  beforeEach(async () => {
    await world.activityImport.importActivities({ path: await file([openDay(ana), openDay(ani)]), by });
  });

  it('takes another person than the one who recorded', async () => {
    await expect(world.verification.verifyActivities({ ...september, by })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'activity.verify-own',
      facts: { count: 1 },
    });
    expect(await world.verification.verifyActivities({ ...september, by: other })).toEqual({
      verified: 1,
      alreadyVerified: 0,
    });
    expect(await world.verification.verifyActivities({ ...september, by: other })).toEqual({
      verified: 0,
      alreadyVerified: 1,
    });
    expect(await recorded()).toMatchObject([{ verified: other }]);
  });

  it('is refused again by the database', async () => {
    await expect(
      dataSource.query('update activity set verified_by = recorded_by, verified_at = now()'),
    ).rejects.toThrow('activity_verified_by_another');
  });

  it('says so when there is nothing to verify', async () => {
    const october = { ...september, month: serviceMonth('2026-10') };
    await expect(world.verification.verifyActivities({ ...october, by: other })).rejects.toMatchObject({
      code: 'activity.none-recorded',
      facts: { region: 'Sitiung', month: 'Oktober 2026' },
    });
    await expect(
      world.verification.verifyActivities({ ...september, regionCode: '13.11', by: other }),
    ).rejects.toMatchObject({ code: 'region.missing' });
  });
});
