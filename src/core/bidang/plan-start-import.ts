import { refusal, sheetProblem, type Problem } from '../formats/sheet/problem.js';
import { liesIn, regionLevel, type Region } from '../region/region.js';
import { formatMonth } from '../shared/service-month.js';
import { bidangStarts, startOf, type BidangStart, type BidangStarts } from './bidang-start.js';
import type { StartRow } from './start-sheet.js';

/** A start that the file states otherwise than it is recorded. */
export interface ChangedStart {
  readonly before: BidangStart;
  readonly after: BidangStart;
}

export interface StartPlan {
  readonly problems: readonly Problem[];
  /** Nagari where, by this file, health itself has not been said to start: its kader would earn nothing. */
  readonly notes: readonly Problem[];
  readonly created: readonly BidangStart[];
  readonly changed: readonly ChangedStart[];
  readonly unchanged: number;
}

interface StatedStart {
  readonly row: StartRow;
  readonly start: BidangStart;
}

/**
 * Holds a sheet of phases against those recorded. Nowhere may a bidang start before the core service, health, does:
 * phases for another bidang alone would stop the pay of everybody in health.
 */
export function planStartImport(
  rows: readonly StartRow[],
  recorded: readonly BidangStart[],
  regions: readonly Region[],
): StartPlan {
  const problems: Problem[] = [];
  const stated = readRows(rows, regions, problems);
  const before = new Map(recorded.map((start) => [keyOf(start), start]));
  const created: BidangStart[] = [];
  const changed: ChangedStart[] = [];
  for (const { start } of stated) {
    const known = before.get(keyOf(start));
    if (known === undefined) created.push(start);
    else if (known.start !== start.start || known.basis !== start.basis) {
      changed.push({ before: known, after: start });
    }
  }
  const together = bidangStarts([...recorded, ...stated.map(({ start }) => start)]);
  problems.push(...healthFirst(stated, together, regions));
  const unchanged = stated.length - created.length - changed.length;
  return { problems, notes: healthNowhere(together, regions), created, changed, unchanged };
}

function readRows(rows: readonly StartRow[], regions: readonly Region[], problems: Problem[]): StatedStart[] {
  const names = new Map(regions.map(({ code, name }) => [code, name]));
  const first = new Map<string, StartRow>();
  const stated: StatedStart[] = [];
  for (const row of rows) {
    if (row.values === undefined) continue;
    const { bidang, region, start, basis } = row.values;
    const regionName = names.get(region);
    if (regionName === undefined) {
      problems.push(row.problemAt('region', refusal('bidang.region-unknown', { region })));
      continue;
    }
    if (regionLevel(region) === 'provinsi') {
      problems.push(row.problemAt('region', refusal('bidang.region-level', { region })));
      continue;
    }
    const one: StatedStart = { row, start: { bidang, regionCode: region, regionName, start, basis } };
    const twice = first.get(keyOf(one.start));
    if (twice !== undefined) {
      const facts = { bidang, region, first: `lembar ${twice.sheet} baris ${String(twice.row)}` };
      problems.push(row.problemAt('region', refusal('bidang.start-twice', facts)));
      continue;
    }
    first.set(keyOf(one.start), row);
    stated.push(one);
  }
  return stated;
}

/** Once a row: at the first nagari where it goes wrong. A row of health is told by the rows it leaves behind. */
function healthFirst(
  stated: readonly StatedStart[],
  starts: BidangStarts,
  regions: readonly Region[],
): Problem[] {
  const nagari = regions.filter(({ code }) => regionLevel(code) === 'nagari');
  return stated.flatMap(({ row, start }) => {
    const under = nagari.filter(({ code }) => liesIn(code, start.regionCode));
    const wrong = under.flatMap((one) => lateHealth(one, starts));
    return wrong.slice(0, 1).map((facts) => row.problemAt('start', refusal('bidang.before-health', facts)));
  });
}

function healthNowhere(starts: BidangStarts, regions: readonly Region[]): Problem[] {
  const without = regions
    .filter(({ code }) => regionLevel(code) === 'nagari')
    .filter(({ code }) => startOf(starts, code, 'kesehatan') === 'never');
  const [first] = without;
  if (first === undefined) return [];
  const facts = { count: without.length, nagari: `${first.name} (${first.code})` };
  return [sheetProblem('', 'bidang.health-nowhere', facts)];
}

function lateHealth({ code, name }: Region, starts: BidangStarts) {
  const health = startOf(starts, code, 'kesehatan');
  const healthStart = typeof health === 'string' ? undefined : health.start;
  const said =
    healthStart === undefined ? 'belum ditetapkan mulai' : `baru mulai ${formatMonth(healthStart)}`;
  return ['pendidikan', 'pekerjaan-umum', 'perumahan-rakyat', 'trantibumlinmas', 'sosial'].flatMap(
    (bidang) => {
      const start = startOf(starts, code, bidang);
      if (typeof start === 'string' || (healthStart !== undefined && healthStart <= start.start)) return [];
      return [{ bidang, start: formatMonth(start.start), nagari: `${name} (${code})`, health: said }];
    },
  );
}

function keyOf({ bidang, regionCode }: BidangStart): string {
  return `${regionCode} ${bidang}`;
}
