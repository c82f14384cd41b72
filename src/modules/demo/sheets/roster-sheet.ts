import type { Role } from '../../../core/kader/role.js';
import type { RosterField } from '../../../core/kader/roster-layout.js';
import type { StatedEndReason } from '../../../core/kader/vocabulary.js';
import { plainDate } from '../../../core/shared/plain-date.js';
import type { DemoCell, PlacedSheet } from './demo-sheet.js';
import { dateCell, habitOf, placedSheet, titlesOf, type DemoColumn, type Habit } from './habit.js';
import type { DemoKader } from './people.js';
import type { DemoNagari, DemoPosyandu } from './places.js';

/** One line of a roster: a kader, where she is listed, and what was typed wrongly. */
export interface RosterLine {
  readonly kader: DemoKader;
  readonly posyandu: DemoPosyandu;
  readonly nikAsNumber?: boolean;
  readonly accountAsNumber?: boolean;
}

/** Headings people use; the importer knows them all. */
const HEADINGS: Readonly<Partial<Record<RosterField, readonly string[]>>> = {
  name: ['NAMA', 'NAMA LENGKAP', 'Nama Kader', 'Nama Sesuai KTP'],
  nik: ['NIK', 'NO. NIK', 'Nomor KTP', 'NIK (16 angka)'],
  birthDate: ['TGL LAHIR', 'Tanggal Lahir', 'TGL. LAHIR', 'TGL\nLAHIR'],
  sex: ['L/P', 'JK', 'Jenis Kelamin'],
  posyandu: ['POSYANDU', 'Nama Posyandu'],
  jorong: ['JORONG', 'Nama Jorong'],
  role: ['JABATAN', 'Kedudukan', 'Jabatan dalam Posyandu'],
  bidang: ['BIDANG', 'Bidang SPM'],
  skNumber: ['NO SK', 'NOMOR SK', 'No. SK', 'No. SK Pengangkatan'],
  skDate: ['TGL SK', 'Tanggal SK'],
  validFrom: ['BERLAKU MULAI', 'TMT', 'Mulai Berlaku'],
  validTo: ['BERLAKU SAMPAI', 'Berlaku s/d', 'Sampai dengan'],
  bank: ['BANK', 'Nama Bank'],
  accountNumber: ['NO. REKENING', 'No Rek', 'NOMOR REKENING', 'REKENING'],
  accountName: ['NAMA REKENING', 'Atas Nama', 'a/n'],
  phone: ['NO HP', 'No. HP/WA', 'No Telp'],
  endedOn: ['TGL BERHENTI', 'Tanggal Berhenti'],
  endReason: ['ALASAN BERHENTI', 'Alasan'],
};

const ROLE_WORDS: readonly Readonly<Partial<Record<Role, string>>>[] = [
  { ketua: 'Ketua', sekretaris: 'Sekretaris', bendahara: 'Bendahara', kader: 'Kader' },
  { ketua: 'KETUA', sekretaris: 'SEKRETARIS', bendahara: 'BENDAHARA', kader: 'KADER' },
  { ketua: 'Ketua Posyandu', sekretaris: 'Sekretaris', bendahara: 'Bendahara', kader: 'Anggota' },
];

const REASONS: Readonly<Record<StatedEndReason, string>> = {
  meninggal: 'Meninggal',
  'mengundurkan-diri': 'Mengundurkan diri',
  diberhentikan: 'Diberhentikan',
  pindah: 'Pindah',
  'masa-bakti-habis': 'Masa bakti habis',
};

const VALID_FROM = plainDate('2026-01-01');
const VALID_TO = plainDate('2026-12-31');

/** The roster a nagari sends. */
export function rosterSheet(
  nagari: DemoNagari,
  lines: readonly RosterLine[],
  seed: number,
  file: { readonly name: string; readonly isCsv: boolean },
): PlacedSheet {
  const { region } = nagari;
  const habit = habitOf(region, 'roster', seed, file.isCsv);
  const titles = titlesOf(
    region,
    habit.random.pick(['DATA KADER POSYANDU', 'DAFTAR NAMA KADER POSYANDU AKTIF']),
  );
  return placedSheet({ region, name: file.name, titles }, columnsIn(nagari, habit), lines, habit);
}

function columnsIn(nagari: DemoNagari, habit: Habit): DemoColumn<RosterLine>[] {
  const cells: Partial<Record<RosterField, (line: RosterLine) => DemoCell>> = {
    ...personCells(habit),
    ...appointmentCells(nagari, habit),
    ...accountCells(habit),
  };
  return Object.entries(cells).map(([field, cell]) => ({
    heading: habit.random.pick(HEADINGS[field as RosterField] ?? [field]),
    cell,
  }));
}

function personCells(habit: Habit) {
  const sexes = habit.random.pick([
    { P: 'P', L: 'L' },
    { P: 'Perempuan', L: 'Laki-laki' },
  ]);
  return {
    name: ({ kader }: RosterLine) => kader.name,
    nik: ({ kader, nikAsNumber }: RosterLine) =>
      nikAsNumber === true ? asKeptByExcel(kader.nik) : kader.nik,
    birthDate: ({ kader }: RosterLine) => dateCell(kader.birthDate, habit),
    sex: ({ kader }: RosterLine) => sexes[kader.sex],
    phone: ({ kader }: RosterLine) => kader.phone,
  };
}

function appointmentCells(nagari: DemoNagari, habit: Habit) {
  const skDate = plainDate(`2025-12-${String(nagari.skDay)}`);
  const withSk = (cell: DemoCell) => (line: RosterLine) => (line.kader.appointed ? cell : null);
  const roles = habit.random.pick(ROLE_WORDS);
  return {
    posyandu: ({ posyandu }: RosterLine) => posyandu.name,
    jorong: ({ posyandu }: RosterLine) => posyandu.jorong,
    role: ({ kader }: RosterLine) => roles[kader.role] ?? kader.role,
    bidang: ({ kader }: RosterLine) => kader.bidang.charAt(0).toUpperCase() + kader.bidang.slice(1),
    skNumber: withSk(nagari.skNumber),
    skDate: withSk(dateCell(skDate, habit)),
    validFrom: withSk(dateCell(VALID_FROM, habit)),
    validTo: withSk(dateCell(VALID_TO, habit)),
    endedOn: ({ kader }: RosterLine) => dateCell(kader.end?.date, habit),
    endReason: ({ kader }: RosterLine) => (kader.end === undefined ? null : REASONS[kader.end.reason]),
  };
}

function accountCells({ random }: Habit) {
  const dotted = random.chance(25);
  return {
    bank: ({ kader }: RosterLine) => kader.account.bank,
    accountNumber: ({ kader: { account }, accountAsNumber }: RosterLine) => {
      if (accountAsNumber === true)
        return { number: Number(account.number), format: '0'.repeat(account.number.length) };
      return dotted && account.number.length === 14 ? asInBook(account.number) : account.number;
    },
    accountName: ({ kader }: RosterLine) => kader.account.holder,
  };
}

/** Excel keeps 15 digits of a number; the sixteenth becomes 0. */
function asKeptByExcel(nik: string): DemoCell {
  return { number: Number(`${nik.slice(0, 15)}0`), format: '0' };
}

/** Bank Nagari prints 1002.0210.09881-1. */
function asInBook(number: string): string {
  return `${number.slice(0, 4)}.${number.slice(4, 8)}.${number.slice(8, 13)}-${number.slice(13)}`;
}
