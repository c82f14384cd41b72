import type { Problem, Refusal } from '../formats/sheet/problem.js';
import type { NagariClues, NagariFinding } from './find-nagari.js';
import type { KnownPosyandu, PosyanduFinding } from './find-posyandu.js';
import type { Region } from './region.js';

/** What a row that names a posyandu is held against. */
export interface PlaceReferences {
  readonly findNagari: (clues: NagariClues) => NagariFinding;
  readonly findPosyandu: (nagari: Region, typed: string) => PosyanduFinding;
}

/** What a row says of its posyandu. */
interface PlaceValues {
  readonly posyandu: string;
  readonly nagariCode: string | undefined;
  readonly nagari: string | undefined;
  readonly kecamatan: string | undefined;
}

interface PlacedRow {
  readonly sheet: string;
  readonly titles: readonly string[];
  problemAt(field: 'posyandu' | 'nagari' | 'nagariCode', refused: Refusal): Problem;
}

/** The posyandu that a row means; undefined when it means none that is known, which `problems` then says. */
export function posyanduOfRow(
  row: PlacedRow,
  values: PlaceValues,
  { findNagari, findPosyandu }: PlaceReferences,
  problems: Problem[],
): KnownPosyandu | undefined {
  // A registration number names its nagari too.
  const [number] = /^\d{2}\.\d{2}\.\d{2}\.\d{4}(?=\.\d{3}$)/.exec(values.posyandu) ?? [];
  const { nagariCode: code = number, nagari: name, kecamatan } = values;
  const finding = findNagari({ code, name, kecamatan, titles: row.titles, sheet: row.sheet });
  if ('nagari' in finding) {
    const found = findPosyandu(finding.nagari, values.posyandu);
    if ('posyandu' in found) return found.posyandu;
    problems.push(row.problemAt('posyandu', found.refusal));
    return undefined;
  }
  if (values.nagariCode !== undefined || name !== undefined || number !== undefined) {
    problems.push(row.problemAt(nagariField(values), finding.refusal));
    return undefined;
  }
  // What the whole sheet fails to say is one problem, not one a row.
  const said = problems.some((one) => one.sheet === row.sheet && one.code === finding.refusal.code);
  if (!said) problems.push({ sheet: row.sheet, cell: '', column: '', value: '', ...finding.refusal });
  return undefined;
}

function nagariField({ nagariCode, nagari }: PlaceValues): 'nagariCode' | 'nagari' | 'posyandu' {
  if (nagariCode !== undefined) return 'nagariCode';
  return nagari === undefined ? 'posyandu' : 'nagari';
}
