import { parentRegionCode, regionLevel, type Region } from './region.js';
import { placeKey } from './region-words.js';

interface NagariScope {
  readonly byCode: ReadonlyMap<string, Region>;
  readonly nagari: readonly Region[];
  readonly contains: (code: string) => boolean;
  readonly inside: (name: string) => readonly Region[];
  readonly outside: (name: string) => readonly Region[];
  readonly kecamatanOf: (region: Region) => string | undefined;
  /** "Siguntur (kec. Sitiung, 13.10.04.2002)". */
  readonly labelOf: (region: Region) => string;
}

/** The nagari being worked on, and those outside, looked up by name. */
export function nagariScope(regions: readonly Region[], everywhere: readonly Region[]): NagariScope {
  const byCode = new Map(everywhere.map((region) => [region.code, region]));
  const codes = new Set(regions.map(({ code }) => code));
  const nagari = regions.filter(isNagari);
  const inside = nagariByName(nagari);
  const outside = nagariByName(everywhere.filter((region) => isNagari(region) && !codes.has(region.code)));
  const kecamatanOf = ({ code }: Region): string | undefined =>
    byCode.get(parentRegionCode(code) ?? '')?.name;
  return {
    byCode,
    nagari,
    contains: (code) => codes.has(code),
    inside: (name) => inside.get(placeKey(name)) ?? [],
    outside: (name) => outside.get(placeKey(name)) ?? [],
    kecamatanOf,
    labelOf: (region) => `${region.name} (kec. ${kecamatanOf(region) ?? '?'}, ${region.code})`,
  };
}

function isNagari({ code }: Region): boolean {
  return regionLevel(code) === 'nagari';
}

function nagariByName(nagari: readonly Region[]): Map<string, Region[]> {
  const byName = new Map<string, Region[]>();
  for (const region of nagari) {
    const key = placeKey(region.name);
    byName.set(key, [...(byName.get(key) ?? []), region]);
  }
  return byName;
}
