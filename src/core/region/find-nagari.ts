import { refusal, type Refusal } from '../formats/sheet/problem.js';
import { wordsOf } from '../formats/sheet/words.js';
import { nagariScope } from './nagari-scope.js';
import { nearestName } from './nearest-name.js';
import { regionLevel, type Region } from './region.js';
import { placeKey } from './region-words.js';

/** Everything a row and its sheet say about which nagari it is of; the first that is filled decides. */
export interface NagariClues {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  readonly kecamatan?: string | undefined;
  readonly titles: readonly string[];
  readonly sheet: string;
}

export type NagariFinding = { readonly nagari: Region } | { readonly refusal: Refusal };

/**
 * Finds the nagari of a row among those given (the scope of an import), never by the nearest name: a name
 * that two nagari bear, or none, is refused with what would settle it. `everywhere` is all that is known,
 * to tell a nagari outside the scope from one that nobody knows.
 */
export function nagariFinder(
  regions: readonly Region[],
  everywhere: readonly Region[] = regions,
): (clues: NagariClues) => NagariFinding {
  const scope = nagariScope(regions, everywhere);
  const { byCode, labelOf } = scope;
  const outsideScope = (region: Region): NagariFinding => {
    return { refusal: refusal('region.nagari-outside', { nagari: labelOf(region) }) };
  };

  const named = (name: string, kecamatan: string | undefined): NagariFinding => {
    const isThere = (region: Region): boolean =>
      kecamatan === undefined || placeKey(scope.kecamatanOf(region) ?? '') === placeKey(kecamatan);
    const all = scope.inside(name);
    const inKecamatan = all.filter(isThere);
    const [first, ...others] = inKecamatan;
    if (first !== undefined && others.length === 0) return { nagari: first };
    if (first !== undefined) {
      const choices = inKecamatan.map(labelOf).join('; ');
      return { refusal: refusal('region.nagari-ambiguous', { name, choices }) };
    }
    const outside = scope.outside(name).find(isThere);
    if (outside !== undefined) return outsideScope(outside);
    const nearest = all[0]?.name ?? nearestName(name, nagariNames(scope.nagari));
    const near = scope.nagari.find((region) => region.name === nearest);
    return near === undefined
      ? { refusal: refusal('region.nagari-unknown', { name }) }
      : { refusal: refusal('region.nagari-unknown-near', { name, near: labelOf(near) }) };
  };

  const coded = (code: string, name: string | undefined): NagariFinding => {
    const region = byCode.get(code);
    if (region === undefined || regionLevel(code) !== 'nagari') {
      return { refusal: refusal('region.code-unknown', { code }) };
    }
    if (!scope.contains(code)) return outsideScope(region);
    const agrees = name === undefined || placeKey(name) === placeKey(region.name);
    if (agrees) return { nagari: region };
    return { refusal: refusal('region.code-name-differ', { code, name, official: region.name }) };
  };

  const find = ({ code, name, kecamatan, titles, sheet }: NagariClues): NagariFinding => {
    if (code !== undefined) return coded(code, name);
    if (name === undefined) return fromSheet(titles, sheet, { coded, named });
    return regionLevel(name) === 'nagari'
      ? coded(name, undefined)
      : named(name, kecamatan ?? kecamatanOf(titles));
  };
  return remembering(find);
}

// The rows of a sheet mostly say the same, and looking for the nearest name takes a while.
function remembering(find: (clues: NagariClues) => NagariFinding): (clues: NagariClues) => NagariFinding {
  const findings = new Map<string, NagariFinding>();
  let last: NagariClues | undefined;
  let titles = '';
  return (clues) => {
    if (clues.titles !== last?.titles) titles = clues.titles.join('\n');
    last = clues;
    const key = JSON.stringify([clues.code, clues.name, clues.kecamatan, titles, clues.sheet]);
    const finding = findings.get(key) ?? find(clues);
    findings.set(key, finding);
    return finding;
  };
}

interface Lookups {
  readonly coded: (code: string, name: string | undefined) => NagariFinding;
  readonly named: (name: string, kecamatan: string | undefined) => NagariFinding;
}

// A title left over from another nagari's file would move people silently, so title and tab must agree.
function fromSheet(titles: readonly string[], sheet: string, { coded, named }: Lookups): NagariFinding {
  const code = titles.map((title) => /\b\d{2}\.\d{2}\.\d{2}\.\d{4}\b/.exec(title)?.[0]).find(Boolean);
  const titled = titles.flatMap(nagariNamesIn).map((name) => named(name, kecamatanOf(titles)));
  const fromTitles = code === undefined ? titled : [coded(code, undefined), ...titled];
  const fromTab = named(sheet, kecamatanOf(titles));
  const found = [...fromTitles, fromTab].flatMap((finding) => ('nagari' in finding ? [finding.nagari] : []));
  const [first] = found;
  const other = found.find((region) => region.code !== first?.code);
  if (first !== undefined && other !== undefined) {
    const facts = { title: first.name, sheet: other.name };
    return { refusal: refusal('region.title-and-sheet-differ', facts) };
  }
  if (first !== undefined) return { nagari: first };
  const tabIsOutside = 'refusal' in fromTab && fromTab.refusal.code === 'region.nagari-outside';
  if (fromTitles.length === 0 && tabIsOutside) return fromTab;
  return fromTitles[0] ?? { refusal: refusal('region.nagari-not-said', { sheet }) };
}

const NEXT_SUBJECT =
  '(?= (?:KECAMATAN|KEC|KABUPATEN|KAB|PROVINSI|PROV|TAHUN|TA|BULAN|PERIODE|TRIWULAN|SEMESTER|KODE|NAGARI)\\b|$)';

function nagariNamesIn(title: string): string[] {
  const names = wordsOf(title).matchAll(
    new RegExp(`\\b(?:NAGARI|DESA|GAMPONG|KELURAHAN) (.+?)${NEXT_SUBJECT}`, 'g'),
  );
  return [...names].map(([, name = '']) => name);
}

function kecamatanOf(titles: readonly string[]): string | undefined {
  const pattern = new RegExp(`\\b(?:KECAMATAN|KEC) (.+?)${NEXT_SUBJECT}`);
  return titles.map((title) => pattern.exec(wordsOf(title))?.[1]).find((name) => name !== undefined);
}

function nagariNames(nagari: readonly Region[]): string[] {
  return nagari.map(({ name }) => name);
}
