import { attendanceOf, type AttendanceLine } from './activity-sheet.js';
import type { ClaimLine } from './claim-sheet.js';
import { plantFaults, type Fault, type FaultName } from './faults.js';
import { demoKader, type DemoKader } from './people.js';
import { demoNagari, type DemoNagari, type DemoRegion } from './places.js';
import { randomOf } from './random.js';
import type { RosterLine } from './roster-sheet.js';

/** `sent`: as the nagari first send it; `mended`: after a careful operator put right what was refused. */
export type Version = 'sent' | 'mended';

/** Everybody and everything of the demonstration, before it is typed into sheets. */
export interface DemoPlan {
  readonly nagari: readonly DemoNagari[];
  readonly rightful: readonly DemoKader[];
  readonly faults: readonly Fault[];
  rosterOf(nagari: DemoNagari, version: Version): RosterLine[];
  attendanceOf(nagari: DemoNagari, version: Version): AttendanceLine[];
  claimsOf(nagari: DemoNagari, version: Version): ClaimLine[];
}

/** Three months at Rp75.000. */
const QUARTER = 225_000n;
const TIMES_TOO_MUCH = 5n;

/** Rows a careful operator takes out of the roster until the paper (KTP, bank book, SK) is shown. */
const TAKEN_OFF: readonly FaultName[] = [
  'orang-sama-di-dua-nagari',
  'rekening-milik-kader-lain',
  'nik-tersimpan-sebagai-angka',
  'rekening-tersimpan-sebagai-angka',
];

/** Who is listed at an open day she cannot have been at, and in which month. */
const IMPOSSIBLE_ATTENDANCE: Readonly<Partial<Record<FaultName, string>>> = {
  'meninggal-tetap-hadir': '2026-09',
  'tidak-ada-dalam-sk': '2026-07',
  'hadir-sesudah-berhenti': '2026-07',
};

/** Plans the demonstration from a seed: who is where, what they did, and what is wrong in it. */
export function planDemo(regions: readonly DemoRegion[], kader: number, seed: number): DemoPlan {
  const nagari = demoNagari(regions, kader, seed);
  const taken = { niks: new Set<string>(), accounts: new Set<string>() };
  const rightful = nagari.flatMap((place) => {
    const random = randomOf(seed, `people ${place.region.code}`);
    return place.posyandu.flatMap((posyandu) =>
      Array.from({ length: posyandu.size }, (_, index) => demoKader(place, posyandu, index, random, taken)),
    );
  });
  const faults = plantFaults(nagari, rightful, seed, taken);
  const byNagari = new Map(nagari.map((place) => [place, rightful.filter((one) => one.nagari === place)]));
  const kaderOf = (place: DemoNagari): DemoKader[] => byNagari.get(place) ?? [];
  const faultsOf = (place: DemoNagari): Fault[] => faults.filter((fault) => fault.nagari === place);
  return {
    nagari,
    rightful,
    faults,
    rosterOf: (place, version) => rosterLines(place, kaderOf(place), faultsOf(place), version),
    attendanceOf: (place, version) => {
      const real = attendanceOf(kaderOf(place), seed);
      return version === 'sent' ? [...real, ...impossibleAttendance(faultsOf(place), real)] : real;
    },
    claimsOf: (place, version) => claimLines(kaderOf(place), faultsOf(place), version),
  };
}

function rosterLines(
  nagari: DemoNagari,
  kader: readonly DemoKader[],
  faults: readonly Fault[],
  version: Version,
): RosterLine[] {
  const beside = faults.filter(({ name }) => name !== 'permintaan-lima-kali-tarif');
  const kept = beside.filter(({ name }) => version === 'sent' || !TAKEN_OFF.includes(name));
  return [
    ...kader.map((one) => ({ kader: one, posyandu: one.posyandu })),
    ...kept.map(({ name, kader: one }) => ({
      kader: one,
      // Where she is listed a second time, it is at that nagari's posyandu.
      posyandu: one.nagari === nagari ? one.posyandu : (nagari.posyandu[0] ?? one.posyandu),
      nikAsNumber: name === 'nik-tersimpan-sebagai-angka',
      accountAsNumber: name === 'rekening-tersimpan-sebagai-angka',
    })),
  ];
}

function impossibleAttendance(faults: readonly Fault[], real: readonly AttendanceLine[]): AttendanceLine[] {
  return faults.flatMap(({ name, kader }) => {
    const month = IMPOSSIBLE_ATTENDANCE[name];
    const open = real.find(({ date, kind, posyandu }) => {
      return kind === 'hari-buka' && posyandu === kader.posyandu && date.slice(0, 7) === month;
    });
    return open === undefined ? [] : [{ date: open.date, kind: open.kind, posyandu: open.posyandu, kader }];
  });
}

function claimLines(kader: readonly DemoKader[], faults: readonly Fault[], version: Version): ClaimLine[] {
  const fault = faults.find(({ name }) => name === 'permintaan-lima-kali-tarif');
  if (fault === undefined) return [];
  return kader.map((one) => {
    const tooMuch = version === 'sent' && one === fault.kader;
    return { kader: one, amount: tooMuch ? QUARTER * TIMES_TOO_MUCH : QUARTER };
  });
}
