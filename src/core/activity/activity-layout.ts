import { maskNik } from '../formats/mask.js';
import { blankAllowedColumn, defineLayout, filledColumn, type Column } from '../formats/sheet/layout.js';
import { choiceParser, type Vocabulary } from '../formats/sheet/parse-choice.js';
import { parseCount } from '../formats/sheet/parse-count.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseText } from '../formats/sheet/parse-text.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import type { ActivityKind } from './activity-kind.js';

const activityKindWords: Vocabulary<ActivityKind> = {
  'hari-buka': ['HARI BUKA', 'HARI BUKA POSYANDU', 'BUKA POSYANDU', 'HARI POSYANDU'],
  'kunjungan-rumah': ['KUNJUNGAN RUMAH', 'KUNJUNGAN'],
  penyuluhan: ['PENYULUHAN', 'KELAS', 'KELAS IBU HAMIL', 'KELAS IBU BALITA', 'PENYULUHAN/KELAS', 'KIE'],
  pendataan: ['PENDATAAN', 'PENDATAAN SPM', 'PENDATAAN SASARAN'],
  'pelayanan-spm': ['PELAYANAN SPM', 'PELAYANAN'],
  rujukan: ['RUJUKAN', 'RUJUKAN LINTAS SEKTOR'],
  'rapat-pelatihan': ['RAPAT/PELATIHAN', 'RAPAT', 'PELATIHAN', 'RAKOR', 'BIMTEK'],
};

/** Attendance: one row for each kader at each activity, with how many persons it served where known. */
export const activityLayout = defineLayout(
  {
    heldOn: filledColumn('TANGGAL', parseDate, {
      headers: ['TGL', 'TANGGAL KEGIATAN', 'TGL KEGIATAN', 'HARI/TANGGAL'],
    }),
    posyandu: filledColumn('POSYANDU', parseText, { headers: ['NAMA POSYANDU', 'NO REGISTRASI POSYANDU'] }),
    kind: filledColumn('KEGIATAN', choiceParser(activityKindWords), {
      headers: ['JENIS KEGIATAN', 'NAMA KEGIATAN'],
    }),
    nik: filledColumn('NIK', digitsParser(16, 16), {
      headers: ['NO NIK', 'NOMOR NIK', 'NIK KADER', 'NIK KTP'],
      mask: maskNik,
    }),
    name: filledColumn('NAMA', parseText, { headers: ['NAMA KADER', 'NAMA LENGKAP', 'KADER YANG HADIR'] }),
    nagariCode: blankAllowedColumn('KODE NAGARI', parseText, { headers: ['KODE DESA', 'KODE WILAYAH'] }),
    nagari: blankAllowedColumn('NAGARI', parseText, { headers: ['DESA', 'NAMA NAGARI'] }),
    kecamatan: blankAllowedColumn('KECAMATAN', parseText, { headers: ['KEC'] }),
    bayi: served('BAYI'),
    balita: served('BALITA'),
    ibuHamil: served('IBU HAMIL', 'BUMIL'),
    remaja: served('REMAJA', 'USIA SEKOLAH DAN REMAJA'),
    usiaProduktif: served('USIA PRODUKTIF', 'PRODUKTIF'),
    lansia: served('LANSIA', 'USIA LANJUT'),
  },
  'name',
);

/** The fields that say how many persons of a target group were served, with the name each is stored under. */
export const targetGroups = [
  ['bayi', 'bayi'],
  ['balita', 'balita'],
  ['ibuHamil', 'ibu-hamil'],
  ['remaja', 'remaja'],
  ['usiaProduktif', 'usia-produktif'],
  ['lansia', 'lansia'],
] as const;

type TargetGroup = (typeof targetGroups)[number][1];
export type TargetCounts = Readonly<Partial<Record<TargetGroup, number>>>;
export type ActivityRow = TableRow<(typeof activityLayout)['columns']>;

function served(label: string, ...headers: string[]): Column<number, 'blank-allowed'> {
  const spellings = [label, ...headers].map((heading) => `JUMLAH ${heading}`);
  return blankAllowedColumn(label, parseCount, { headers: [...headers, ...spellings] });
}
