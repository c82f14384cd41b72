import { addDays, plainDate, type PlainDate } from '../../../core/shared/plain-date.js';
import type { DemoCell, PlacedSheet } from './demo-sheet.js';
import { dateCell, habitOf, placedSheet, titlesOf, type DemoColumn, type Habit } from './habit.js';
import type { DemoKader } from './people.js';
import type { DemoNagari, DemoPosyandu } from './places.js';
import { randomOf, type Random } from './random.js';

/** One kader at one activity. */
export interface AttendanceLine {
  readonly date: PlainDate;
  readonly kind: keyof (typeof KIND_WORDS)[number];
  readonly posyandu: DemoPosyandu;
  readonly kader: DemoKader;
  /** Persons served, on one line of an activity only. */
  readonly served?: { readonly balita: number; readonly bumil: number; readonly lansia: number };
}

const MONTH_STARTS = ['2026-07-01', '2026-08-01', '2026-09-01'].map(plainDate);

const KIND_WORDS = [
  { 'hari-buka': 'Hari Buka', 'kunjungan-rumah': 'Kunjungan Rumah', penyuluhan: 'Penyuluhan' },
  { 'hari-buka': 'HARI BUKA POSYANDU', 'kunjungan-rumah': 'KUNJUNGAN', penyuluhan: 'KELAS IBU HAMIL' },
  { 'hari-buka': 'Buka Posyandu', 'kunjungan-rumah': 'Kunjungan rumah', penyuluhan: 'KIE' },
] as const;

/** What the posyandu of a nagari did in July, August and September 2026, attendance by attendance. */
export function attendanceOf(kader: readonly DemoKader[], seed: number): AttendanceLine[] {
  const byPosyandu = new Map<DemoPosyandu, DemoKader[]>();
  for (const one of kader) byPosyandu.set(one.posyandu, [...(byPosyandu.get(one.posyandu) ?? []), one]);
  return [...byPosyandu].flatMap(([posyandu, members]) => {
    const random = randomOf(seed, `attendance ${posyandu.registrationNumber}`);
    // A posyandu opens on the same day each month, as its people know it; the others follow later.
    const day = random.between(2, 12);
    return MONTH_STARTS.flatMap((start) => monthOf(posyandu, members, addDays(start, day), random));
  });
}

function monthOf(
  posyandu: DemoPosyandu,
  members: readonly DemoKader[],
  openDay: PlainDate,
  random: Random,
): AttendanceLine[] {
  const served = {
    balita: random.between(12, 45),
    bumil: random.between(1, 8),
    lansia: random.between(4, 22),
  };
  const open = members.map((kader, index) => ({
    ...{ date: openDay, kind: 'hari-buka' as const, posyandu, kader },
    ...(index === 0 ? { served } : {}),
  }));
  const visits = random.chance(40) ? ['kunjungan-rumah' as const] : [];
  const classes = random.chance(20) ? ['penyuluhan' as const] : [];
  const later = [...visits, ...classes].flatMap((kind) => {
    const date = addDays(openDay, random.between(2, 12));
    const present = random.shuffled(members).slice(0, random.between(1, 2));
    return present.map((kader) => ({ date, kind, posyandu, kader }));
  });
  return [...open, ...later];
}

/** The attendance sheet of a nagari, in order of time. */
export function activitySheet(
  nagari: DemoNagari,
  lines: readonly AttendanceLine[],
  seed: number,
): PlacedSheet {
  const { region } = nagari;
  const habit = habitOf(region, 'activity', seed);
  const titles = titlesOf(region, 'REKAP KEGIATAN DAN KEHADIRAN KADER POSYANDU TRIWULAN III');
  return placedSheet({ region, name: region.name, titles }, columnsIn(habit), inTime(lines), habit);
}

/** Sorting is stable, so both versions of a sheet keep the same order. */
export function inTime(lines: readonly AttendanceLine[]): AttendanceLine[] {
  return [...lines].sort((one, other) => one.date.localeCompare(other.date));
}

function columnsIn(habit: Habit): DemoColumn<AttendanceLine>[] {
  const { random } = habit;
  const words = random.pick(KIND_WORDS);
  const served = (group: keyof NonNullable<AttendanceLine['served']>) => {
    return (line: AttendanceLine): DemoCell => line.served?.[group] ?? null;
  };
  return [
    { heading: random.pick(['TANGGAL', 'Tgl Kegiatan', 'TGL.']), cell: ({ date }) => dateCell(date, habit) },
    { heading: random.pick(['KEGIATAN', 'Jenis Kegiatan']), cell: ({ kind }) => words[kind] },
    { heading: random.pick(['POSYANDU', 'Nama Posyandu']), cell: ({ posyandu }) => posyandu.name },
    { heading: random.pick(['NAMA', 'Nama Kader', 'Kader yang Hadir']), cell: ({ kader }) => kader.name },
    { heading: random.pick(['NIK', 'NIK Kader']), cell: ({ kader }) => kader.nik },
    { heading: random.pick(['BALITA', 'Jumlah Balita']), cell: served('balita') },
    { heading: random.pick(['IBU HAMIL', 'Bumil']), cell: served('bumil') },
    { heading: random.pick(['LANSIA', 'Jumlah Lansia']), cell: served('lansia') },
  ];
}
