import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import type { regionLayout } from './region-layout.js';
import { parentRegionCode, regionLevel, type Region } from './region.js';

type RegionRow = TableRow<(typeof regionLayout)['columns']>;

export interface RegionPlan {
  readonly problems: readonly Problem[];
  /** Regions that are not known yet, parents before children. */
  readonly created: readonly Region[];
  readonly unchanged: number;
}

const LEVELS = [
  ['provinceCode', 'province'],
  ['kabupatenCode', 'kabupaten'],
  ['kecamatanCode', 'kecamatan'],
  ['nagariCode', 'nagari'],
] as const;

/** What loading a kabupaten's list would add. A code that is already known under another name is refused. */
export function planRegions(rows: readonly RegionRow[], existing: readonly Region[]): RegionPlan {
  const known = new Map(existing.map(({ code, name }) => [code, name]));
  const inFile = new Map<string, string>();
  const problems: Problem[] = [];
  for (const row of rows) {
    if (row.values === undefined) continue;
    let parent = '';
    for (const [codeField, nameField] of LEVELS) {
      const [code, name] = [row.values[codeField], row.values[nameField]];
      const refused = refusedCode(code, parent, nameField) ?? refusedName(code, name, inFile, known);
      if (refused !== undefined) problems.push(row.problemAt(codeField, refused));
      inFile.set(code, inFile.get(code) ?? name);
      parent = code;
    }
  }
  const created = [...inFile].filter(([code]) => !known.has(code)).map(([code, name]) => ({ code, name }));
  created.sort((one, other) => one.code.length - other.code.length || (one.code < other.code ? -1 : 1));
  return { problems, created, unchanged: inFile.size - created.length };
}

function refusedCode(code: string, parent: string, level: (typeof LEVELS)[number][1]) {
  if (regionLevel(code) !== (level === 'province' ? 'provinsi' : level)) {
    return refusal('region.code-shape', { code });
  }
  return (parentRegionCode(code) ?? '') === parent
    ? undefined
    : refusal('region.code-outside-parent', { code, parent });
}

function refusedName(
  code: string,
  name: string,
  inFile: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
) {
  const other = inFile.get(code) ?? known.get(code) ?? name;
  if (other === name) return undefined;
  return inFile.has(code)
    ? refusal('region.name-differs', { code, name, other })
    : refusal('region.renamed', { code, name: other, other: name });
}
