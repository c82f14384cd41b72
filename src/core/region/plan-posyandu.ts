import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { nagariFinder } from './find-nagari.js';
import type { posyanduLayout } from './region-layout.js';
import type { Region } from './region.js';

type PosyanduRow = TableRow<(typeof posyanduLayout)['columns']>;

export interface PosyanduRecord {
  /** PP.KK.KC.DDDD.NNN: the nagari's code and a number of three digits. */
  readonly registrationNumber: string;
  readonly nagariCode: string;
  readonly name: string;
  readonly jorong: string | undefined;
}

export interface PosyanduPlan {
  readonly problems: readonly Problem[];
  readonly created: readonly PosyanduRecord[];
  /** Known posyandu whose name or jorong is other in the file. */
  readonly changed: readonly { readonly before: PosyanduRecord; readonly after: PosyanduRecord }[];
  readonly unchanged: number;
}

/** What a list of posyandu would add and change. */
export function planPosyandu(
  rows: readonly PosyanduRow[],
  regions: readonly Region[],
  existing: readonly PosyanduRecord[],
  everywhere: readonly Region[] = regions,
): PosyanduPlan {
  const problems: Problem[] = [];
  const records = new Map<string, { record: PosyanduRecord; row: PosyanduRow }>();
  const findNagari = nagariFinder(regions, everywhere);
  for (const row of rows) {
    const record = recordOf(row, findNagari, problems);
    if (record === undefined) continue;
    const twice = records.get(record.registrationNumber);
    if (twice === undefined) {
      records.set(record.registrationNumber, { record, row });
      continue;
    }
    const facts = { number: record.registrationNumber, name: twice.record.name, place: placeOf(twice.row) };
    problems.push(row.problemAt('registrationNumber', refusal('posyandu.number-twice', facts)));
  }
  problems.push(...nameProblems([...records.values()], existing));
  return { problems, ...compare([...records.values()], existing) };
}

function recordOf(
  row: PosyanduRow,
  findNagari: ReturnType<typeof nagariFinder>,
  problems: Problem[],
): PosyanduRecord | undefined {
  if (row.values === undefined) return undefined;
  const { registrationNumber: number, name, jorong } = row.values;
  if (!/^\d{2}\.\d{2}\.\d{2}\.\d{4}\.\d{3}$/.test(number)) {
    problems.push(row.problemAt('registrationNumber', refusal('posyandu.number-shape', {})));
    return undefined;
  }
  const [said, code] = [row.values.nagariCode ?? row.values.nagari, number.slice(0, 13)];
  const finding = findNagari({
    code: row.values.nagariCode ?? (said === undefined ? code : undefined),
    name: row.values.nagari,
    kecamatan: row.values.kecamatan,
    titles: row.titles,
    sheet: row.sheet,
  });
  if ('refusal' in finding) {
    problems.push(row.problemAt(said === undefined ? 'registrationNumber' : 'nagari', finding.refusal));
    return undefined;
  }
  if (finding.nagari.code !== code) {
    const facts = { number, code, nagari: `${finding.nagari.name} (${finding.nagari.code})` };
    problems.push(row.problemAt('registrationNumber', refusal('posyandu.number-elsewhere', facts)));
    return undefined;
  }
  return { registrationNumber: number, nagariCode: code, name, jorong };
}

function nameProblems(
  rows: readonly { record: PosyanduRecord; row: PosyanduRow }[],
  existing: readonly PosyanduRecord[],
): Problem[] {
  const numbersInFile = new Set(rows.map(({ record }) => record.registrationNumber));
  const keyOf = (record: PosyanduRecord): string => `${record.nagariCode} ${record.name.toUpperCase()}`;
  const placeByName = new Map(
    existing
      .filter((record) => !numbersInFile.has(record.registrationNumber))
      .map((record) => [keyOf(record), record.registrationNumber]),
  );
  return rows.flatMap(({ record, row }) => {
    const place = placeByName.get(keyOf(record));
    placeByName.set(keyOf(record), place ?? placeOf(row));
    if (place === undefined) return [];
    const facts = { name: record.name, nagari: record.nagariCode, place };
    return [row.problemAt('name', refusal('posyandu.name-twice', facts))];
  });
}

function compare(
  rows: readonly { record: PosyanduRecord }[],
  existing: readonly PosyanduRecord[],
): Pick<PosyanduPlan, 'created' | 'changed' | 'unchanged'> {
  const known = new Map(existing.map((record) => [record.registrationNumber, record]));
  const created: PosyanduRecord[] = [];
  const changed: { before: PosyanduRecord; after: PosyanduRecord }[] = [];
  for (const { record } of rows) {
    const before = known.get(record.registrationNumber);
    // A blank cell says nothing; it does not erase what is known.
    const after = { ...record, jorong: record.jorong ?? before?.jorong };
    if (before === undefined) created.push(record);
    else if (before.name !== after.name || before.jorong !== after.jorong) changed.push({ before, after });
  }
  return { created, changed, unchanged: rows.length - created.length - changed.length };
}

function placeOf(row: PosyanduRow): string {
  return `lembar ${row.sheet} baris ${String(row.row)}`;
}
