import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeProblem } from '../../../src/core/formats/sheet/problem.js';
import type { RosterImportReport } from '../../../src/modules/kader-roster/roster-import.service.js';
import { projectFolder } from '../../../src/platform/configuration.js';
import { testDatabase } from '../../support/database.js';
import { anAppUser, emptyRoster, loadDharmasraya, rosterWorld } from '../../support/roster-world.js';
import { writeWorkbookFromJson } from '../../support/workbook-from-json.js';

const dataSource = await testDatabase();
const world = rosterWorld(dataSource);
const root = join(projectFolder(), 'test/golden/roster-import');
let by: number;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
  await loadDharmasraya(world);
  by = await anAppUser(dataSource, 'operator.sitiung');
});
beforeEach(() => emptyRoster(dataSource));
afterAll(() => rm(folder, { recursive: true }));

/** A case's file is a CSV, a workbook, or a JSON from which a workbook of the same name is made. */
async function fileOf(path: string, name: string): Promise<string | undefined> {
  const json = join(path, `${name}.json`);
  const stored = ['csv', 'xlsx']
    .map((kind) => join(path, `${name}.${kind}`))
    .find((file) => existsSync(file));
  if (stored !== undefined) return stored;
  if (!existsSync(json)) return undefined;
  await writeWorkbookFromJson(json, join(folder, `${name}.xlsx`));
  return join(folder, `${name}.xlsx`);
}

function readable({ applied, created, unchanged, changed, problems, notes }: RosterImportReport) {
  const lines = changed.map(
    ({ name, nik, changes }) =>
      `${name} (${nik}): ${changes.map(({ field, before, after }) => `${field} ${before ?? '-'} → ${after}`).join('; ')}`,
  );
  return {
    applied,
    created,
    unchanged,
    changed: lines,
    problems: problems.map(describeProblem),
    notes: notes.map(describeProblem),
  };
}

describe.each(['ok', 'not-ok'])('importRoster, golden %s', (kind) => {
  it.each(readdirSync(join(root, kind)))('%s', async (name) => {
    const path = join(root, kind, name);
    for (const step of ['before', 'before-2']) {
      const before = await fileOf(path, step);
      if (before === undefined) continue;
      await world.rosterImport.importRoster({ path: before, by, acceptChanges: true });
    }
    const acceptChanges = existsSync(join(path, 'accept-changes'));
    const roster = await fileOf(path, 'roster');
    const report = await world.rosterImport.importRoster({ path: roster ?? '', by, acceptChanges });
    const expectedPath = join(path, 'expected.json');
    expect(readable(report)).toEqual(JSON.parse(readFileSync(expectedPath, 'utf8')));
    expect(report.applied).toBe(kind === 'ok');
  });
});
