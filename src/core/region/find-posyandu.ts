import { refusal, type Refusal } from '../formats/sheet/problem.js';
import { nearestName } from './nearest-name.js';
import { placeKey } from './region-words.js';

/** A posyandu as far as it must be told from the others of its nagari. */
export interface KnownPosyandu {
  readonly id: number;
  readonly registrationNumber: string;
  readonly nagariCode: string;
  readonly name: string;
}

export type PosyanduFinding = { readonly posyandu: KnownPosyandu } | { readonly refusal: Refusal };

/** Finds a posyandu of a nagari by its name or its registration number. */
export function posyanduFinder(
  known: readonly KnownPosyandu[],
): (nagari: { code: string; name: string }, typed: string) => PosyanduFinding {
  const byNagari = new Map<string, KnownPosyandu[]>();
  for (const posyandu of known) {
    const ofNagari = byNagari.get(posyandu.nagariCode);
    if (ofNagari === undefined) byNagari.set(posyandu.nagariCode, [posyandu]);
    else ofNagari.push(posyandu);
  }
  // Hundreds of rows name the same few posyandu.
  const findings = new Map<string, PosyanduFinding>();
  return (nagari, typed) => {
    const key = `${nagari.code} ${typed}`;
    const finding = findings.get(key) ?? findAmong(byNagari.get(nagari.code) ?? [], nagari.name, typed);
    findings.set(key, finding);
    return finding;
  };
}

function findAmong(candidates: readonly KnownPosyandu[], nagari: string, typed: string): PosyanduFinding {
  const numbered = candidates.find((one) => one.registrationNumber === typed);
  const exact = candidates.filter((one) => one.name.toUpperCase() === typed.toUpperCase());
  const alike = candidates.filter((one) => placeKey(one.name) === placeKey(typed));
  const posyandu = numbered ?? onlyOne(exact) ?? onlyOne(alike);
  if (posyandu !== undefined) return { posyandu };
  const names = candidates.map(({ name }) => name);
  const near = nearestName(typed, names);
  return near === undefined
    ? { refusal: refusal('posyandu.unknown', { name: typed, nagari }) }
    : { refusal: refusal('posyandu.unknown-near', { name: typed, nagari, near }) };
}

function onlyOne(found: readonly KnownPosyandu[]): KnownPosyandu | undefined {
  return found.length === 1 ? found[0] : undefined;
}
