/** A province, kabupaten, kecamatan or nagari by its Kemendagri code: 13, 13.10, 13.10.04, 13.10.04.2001. */
export interface Region {
  readonly code: string;
  readonly name: string;
}

export type RegionLevel = 'provinsi' | 'kabupaten' | 'kecamatan' | 'nagari';

const LEVEL_BY_LENGTH: Readonly<Record<number, RegionLevel>> = {
  2: 'provinsi',
  5: 'kabupaten',
  8: 'kecamatan',
  13: 'nagari',
};

/** The level a code is of; undefined for text that is no code. */
export function regionLevel(code: string): RegionLevel | undefined {
  return /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/.test(code) ? LEVEL_BY_LENGTH[code.length] : undefined;
}

/** The code one level up; undefined for a province. */
export function parentRegionCode(code: string): string | undefined {
  return code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined;
}

/** True when the code is the region itself or lies in it. */
export function liesIn(code: string, regionCode: string): boolean {
  return code === regionCode || code.startsWith(`${regionCode}.`);
}
