import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../../../src/core/formats/sheet/problem.js';
import { claimLayout } from '../../../../src/core/payment/claim-sheet.js';
import { faultNames } from '../../../../src/modules/demo/sheets/faults.js';
import { readDemoRegions } from '../../../../src/modules/demo/sheets/read-demo-regions.js';
import { writeDemoSheets, type DemoSheets } from '../../../../src/modules/demo/sheets/write-demo-sheets.js';
import { fileSha256 } from '../../../../src/platform/spreadsheet/file-hash.js';
import { readTable } from '../../../../src/platform/spreadsheet/read-table.js';
import { importPlanner } from './import-plan.js';

const REGIONS = 'config/regions/13.10-dharmasraya.csv';
const KADER = 1315;

/** Rosters of a version, and activities of a version held against the mended roster, as an operator imports them. */
async function imported(sheets: DemoSheets, version: 'sent' | 'mended') {
  const planner = await importPlanner(await readDemoRegions(REGIONS), sheets.posyandu);
  const problems = new Map<string, readonly Problem[]>();
  for (const path of sheets[version].rosters) problems.set(path, (await planner.roster(path)).problems);
  const rosters = await Promise.all(sheets.mended.rosters.map((path) => planner.roster(path)));
  const records = rosters.flatMap((read) => read.records);
  const activities = [];
  for (const path of sheets[version].activities) {
    const read = await planner.activities(path, records);
    problems.set(path, read.problems);
    activities.push(...read.activities);
  }
  return { planner, problems, records, activities };
}

describe('writeDemoSheets', () => {
  let folder = '';
  let sheets: DemoSheets;
  let mended: Awaited<ReturnType<typeof imported>>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'honor-demo-'));
    sheets = await writeDemoSheets({
      folder,
      kader: KADER,
      seed: 1,
      regions: await readDemoRegions(REGIONS),
    });
    mended = await imported(sheets, 'mended');
  });

  afterAll(() => rm(folder, { recursive: true }));

  const file = (path: string) => path.slice(folder.length);

  it('has all rightful kader, of every nagari, about five a posyandu', () => {
    expect(sheets.people.kader).toBe(KADER);
    expect(sheets.people.nagari).toBe(52);
    expect(sheets.people.posyandu).toBeGreaterThan(250);
    expect(sheets.people.posyandu).toBeLessThan(280);
  });

  it('plants each fault once', () => {
    expect(sheets.plantedFaults.map(({ fault }) => fault).sort()).toEqual([...faultNames].sort());
  });

  it('is refused as sent for the planted faults and nothing else', async () => {
    const { problems } = await imported(sheets, 'sent');
    const found = [...problems].flatMap(([path, told]) =>
      told.map((problem) => ({ path, sheet: problem.sheet, row: rowOf(problem), code: problem.code })),
    );
    const planted = sheets.plantedFaults.filter(({ kind }) => kind !== 'claim');
    const expected = planted.map(({ file: path, sheet, row, code }) => ({ path, sheet, row, code }));
    expect(sorted(found)).toEqual(sorted(expected));
  });

  it('is accepted as mended, with the rightful kader and the three who stay without pay', () => {
    const { problems, records, activities, planner } = mended;
    expect([...problems.values()].flat()).toEqual([]);
    expect(planner.posyandu.problems).toEqual([]);
    const unpaid = sheets.plantedFaults.filter(({ paid, kind }) => paid === 'never' && kind === 'activity');
    expect(unpaid).toHaveLength(3);
    expect(records).toHaveLength(KADER + unpaid.length);
    const attending = new Set(activities.flatMap(({ attendance }) => [...attendance.keys()]));
    expect(attending.size).toBe(KADER);
  });

  it('gives each kader a NIK and an account of her own', () => {
    const { records } = mended;
    expect(new Set(records.map(({ nik }) => nik)).size).toBe(records.length);
    expect(new Set(records.map(({ account }) => account?.number)).size).toBe(records.length);
    expect(records.some(({ account }) => account?.number.startsWith('0'))).toBe(true);
  });

  it('asks for one kader five times the rate, until mended', async () => {
    const amounts = async (version: 'sent' | 'mended') => {
      const { rows, problems } = await readTable(sheets[version].claims[0]?.path ?? '', claimLayout);
      expect(problems).toEqual([]);
      return rows.filter(({ values }) => values?.amount !== 225_000n).map(({ values }) => values);
    };
    const fault = sheets.plantedFaults.find(({ kind }) => kind === 'claim');
    expect(await amounts('sent')).toEqual([
      expect.objectContaining({ nik: fault?.nik, name: fault?.name, amount: 1_125_000n }),
    ]);
    expect(await amounts('mended')).toEqual([]);
  });

  it('writes the same bytes from the same seed', async () => {
    const again = join(folder, 'lagi');
    const regions = await readDemoRegions(REGIONS);
    const other = await writeDemoSheets({ folder: again, kader: KADER, seed: 1, regions });
    const hashes = (paths: readonly string[]) => Promise.all(paths.map((path) => fileSha256(path)));
    const all = ({ sent, mended, posyandu }: DemoSheets) => [
      posyandu,
      ...[sent, mended].flatMap((files) => [
        ...files.rosters,
        ...files.activities,
        ...files.claims.map(({ path }) => path),
      ]),
    ];
    expect(await hashes(all(other))).toEqual(await hashes(all(sheets)));
    expect(all(other).map((path) => path.replace('/lagi', ''))).toEqual(all(sheets));
  });

  it.each([
    [60, 2],
    [400, 7],
  ])('holds for %i kader and seed %i as well', async (kader, seed) => {
    const regions = await readDemoRegions(REGIONS);
    const other = await writeDemoSheets({ folder: join(folder, String(kader)), kader, seed, regions });
    const { problems, records } = await imported(other, 'mended');
    expect([...problems.values()].flat()).toEqual([]);
    expect(records).toHaveLength(kader + 3);
  });

  function rowOf({ cell }: Problem): number {
    return Number(/\d+/.exec(cell)?.[0]);
  }

  function sorted(found: readonly { path: string; sheet: string; row: number; code: string }[]): string[] {
    return found.map(({ path, sheet, row, code }) => `${file(path)} ${sheet} ${String(row)} ${code}`).sort();
  }
});
