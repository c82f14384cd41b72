import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '../../../src/core/formats/sheet/problem.js';
import type { ActivityImportReport } from '../../../src/modules/activities/activity-import.service.js';
import { projectFolder } from '../../../src/platform/configuration.js';
import { testDatabase } from '../../support/database.js';
import { anAppUser, loadDharmasraya, rosterWorld } from '../../support/roster-world.js';

const dataSource = await testDatabase();
const world = rosterWorld(dataSource);
const root = join(projectFolder(), 'test/golden/activity-import');
let by: number;

beforeAll(async () => {
  await loadDharmasraya(world);
  by = await anAppUser(dataSource, 'operator.sitiung');
  const { problems } = await world.rosterImport.importRoster({ path: join(root, 'roster.csv'), by });
  if (problems.length > 0) throw new Error(problems.map(describeProblem).join('\n'));
});
beforeEach(async () => {
  await dataSource.query('delete from activity_attendance');
  await dataSource.query('delete from activity');
});

function readable({
  applied,
  created,
  attendances,
  unchanged,
  changed,
  problems,
  notes,
}: ActivityImportReport) {
  const lines = changed.map(
    ({ posyandu, heldOn, kind, changes }) =>
      `${posyandu} ${heldOn} ${kind}: ${changes.map(({ field, before, after }) => `${field} ${before ?? '-'} → ${after}`).join('; ')}`,
  );
  return {
    applied,
    created,
    attendances,
    unchanged,
    changed: lines,
    problems: problems.map(describeProblem),
    notes: notes.map(describeProblem),
  };
}

describe.each(['ok', 'not-ok'])('importActivities, golden %s', (kind) => {
  it.each(readdirSync(join(root, kind)))('%s', async (name) => {
    const path = join(root, kind, name);
    const before = join(path, 'before.csv');
    if (existsSync(before)) await world.activityImport.importActivities({ path: before, by });
    const acceptChanges = existsSync(join(path, 'accept-changes'));
    const report = await world.activityImport.importActivities({
      path: join(path, 'activity.csv'),
      by,
      acceptChanges,
    });
    const expectedPath = join(path, 'expected.json');
    expect(readable(report)).toEqual(JSON.parse(readFileSync(expectedPath, 'utf8')));
    expect(report.applied).toBe(kind === 'ok');
  });
});
