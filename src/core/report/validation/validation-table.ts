import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { tableLines, type ReportTable } from '../report-table.js';
import { validationAreas, type Finding, type ValidationArea } from './facts.js';
import type { PlaceTally, Validation } from './validation.js';

const areaWords = {
  roster: 'daftar',
  account: 'rekening',
  activity: 'kegiatan',
  funding: 'dana',
  bidang: 'bidang',
} as const satisfies Record<ValidationArea, string>;

/** More findings than this are read on paper, or nagari by nagari. */
const LISTED_MAX = 100;

/** The report for a terminal: how many findings each place has, and the findings themselves while they can be read. */
export function validationLines(found: Validation, place: string, on: PlainDate): string[] {
  const { findings } = found;
  const tally = tableLines(tallyTable(found, place, on));
  if (findings.length > LISTED_MAX) {
    const count = String(findings.length);
    return [...tally, '', `${count} temuan. Rincinya: --out BERKAS.xlsx, --json, atau --region satu nagari.`];
  }
  const [, ...table] = tableLines({ ...findingsTable(found, place, on), facts: [] });
  return [...tally, ...table];
}

/** How many findings each place has, from the top down; posyandu only of a single nagari, and only with any. */
function tallyTable({ places }: Validation, place: string, on: PlainDate): ReportTable {
  const isNagari = places[0]?.level === 'nagari';
  const shown = places.filter(({ level, total }) => level !== 'posyandu' || (isNagari && total > 0));
  return {
    title: 'Validasi Data',
    subtitle: `${place}, keadaan ${formatDate(on)}`,
    facts: [],
    columns: [
      { title: 'Tingkat', width: 12 },
      { title: 'Kode', width: 18 },
      { title: 'Nama', width: 30 },
      ...validationAreas.map((area) => ({ title: areaWords[area], width: 10 })),
      { title: 'Jumlah', width: 10 },
    ],
    rows: shown.map(({ level, code, name, counts, total }) => [
      level,
      code,
      name,
      ...validationAreas.map((area) => counts[area]),
      total,
    ]),
    remarks: [],
  };
}

/** Every finding, a row each; above them what each place has. */
export function findingsTable({ findings, places }: Validation, place: string, on: PlainDate): ReportTable {
  const names = new Map(places.map(({ code, name }) => [code, name]));
  return {
    title: 'Validasi Data',
    subtitle: `${place}, keadaan ${formatDate(on)}`,
    facts: places.filter(({ level, total }) => level !== 'posyandu' && total > 0).map(recapOf),
    columns: [
      { title: 'No', width: 5 },
      { title: 'Wilayah', width: 30 },
      { title: 'Posyandu', width: 18 },
      { title: 'Data', width: 10 },
      { title: 'Perihal', width: 70 },
      { title: 'Sejak', width: 12 },
      { title: 'Yang memperbaiki', width: 34 },
    ],
    rows: findings.map((one, index) => rowOf(one, index + 1, names)),
    remarks: findings.length === 0 ? ['Tidak ada yang kurang atau bertentangan.'] : [],
  };
}

function recapOf({ level, code, name, counts, total }: PlaceTally): readonly [string, string] {
  const each = validationAreas.map((area) => `${areaWords[area]} ${String(counts[area])}`).join(', ');
  return [`${level} ${name} (${code})`, `${String(total)} temuan: ${each}`];
}

function rowOf(
  { regionCode, posyandu, area, what, since, who }: Finding,
  number: number,
  names: ReadonlyMap<string, string>,
): ReportTable['rows'][number] {
  const region = `${names.get(regionCode) ?? '?'} (${regionCode})`;
  return [
    number,
    region,
    posyandu === null ? null : (names.get(posyandu) ?? posyandu),
    areaWords[area],
    what.text,
    since,
    who,
  ];
}
