import { activitySheet } from './activity-sheet.js';
import { claimSheet } from './claim-sheet.js';
import type { PlacedSheet } from './demo-sheet.js';
import type { DemoPlan, Version } from './plan-demo.js';
import type { DemoNagari } from './places.js';
import { rosterSheet } from './roster-sheet.js';

export type PackageKind = 'roster' | 'activity' | 'claim';

/** A file as it is sent: of a kecamatan with a sheet a nagari, or of one nagari. */
export interface Package {
  readonly kind: PackageKind;
  readonly name: string;
  readonly isCsv: boolean;
  readonly nagari: readonly DemoNagari[];
}

/** Every eighth nagari keeps its roster as a CSV of its own. */
const CSV_EVERY = 8;

/** Which files are sent. Nagari with a fault send XLSX: only there can a number be stored as a number. */
export function packagesOf(plan: DemoPlan): Package[] {
  const withKader = plan.nagari.filter(({ posyandu }) => posyandu.length > 0);
  const faulty = new Set(plan.faults.flatMap(({ nagari, kader }) => [nagari, kader.nagari]));
  const ownCsv = withKader.filter((one, index) => index % CSV_EVERY === CSV_EVERY - 1 && !faulty.has(one));
  const claiming = plan.faults.flatMap(({ name, nagari }) =>
    name === 'permintaan-lima-kali-tarif' ? [nagari] : [],
  );
  const inWorkbooks = withKader.filter((one) => !ownCsv.includes(one));
  return [
    ...byKecamatan(inWorkbooks, 'roster', (kecamatan) => `Kader Kec. ${kecamatan}`),
    ...ownCsv.map((one) => single(one, 'roster', `Kader Nagari ${one.region.name}`, true)),
    ...byKecamatan(withKader, 'activity', (kecamatan) => `Kegiatan Kec. ${kecamatan} Triwulan III 2026`),
    ...claiming.map((one) => single(one, 'claim', `Permintaan Honor Nagari ${one.region.name}`, false)),
  ];
}

/** The sheets of a package, in a version of the plan. */
export function sheetsOf(one: Package, plan: DemoPlan, version: Version, seed: number): PlacedSheet[] {
  return one.nagari.map((nagari) => {
    switch (one.kind) {
      case 'roster': {
        const name = one.isCsv ? one.name : nagari.region.name;
        return rosterSheet(nagari, plan.rosterOf(nagari, version), seed, { name, isCsv: one.isCsv });
      }
      case 'activity':
        return activitySheet(nagari, plan.attendanceOf(nagari, version), seed);
      case 'claim':
        return claimSheet(nagari, plan.claimsOf(nagari, version), seed);
    }
  });
}

function byKecamatan(
  nagari: readonly DemoNagari[],
  kind: PackageKind,
  nameOf: (kecamatan: string) => string,
): Package[] {
  const names = [...new Set(nagari.map(({ region }) => region.kecamatan))];
  return names.map((kecamatan) => {
    const own = nagari.filter(({ region }) => region.kecamatan === kecamatan);
    return { kind, name: nameOf(kecamatan), isCsv: false, nagari: own };
  });
}

function single(nagari: DemoNagari, kind: PackageKind, name: string, isCsv: boolean): Package {
  return { kind, name, isCsv, nagari: [nagari] };
}
