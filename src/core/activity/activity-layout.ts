import { maskNik } from '../formats/mask.js';
import { blankAllowedColumn, defineLayout, filledColumn, type Column } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseCount } from '../formats/sheet/parse-count.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseText } from '../formats/sheet/parse-text.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { bidangWords } from '../kader/vocabulary.js';
import type { ActivityType } from './activity-type.js';
import { typeParser } from './type-parser.js';

export type ActivityRow = TableRow<ReturnType<typeof activityLayout>['columns']>;

/** Attendance: one row for each kader at each activity of these types, with how many persons it served where known. */
export function activityLayout(types: readonly ActivityType[]) {
  return defineLayout(
    {
      heldOn: filledColumn('TANGGAL', parseDate, {
        headers: ['TGL', 'TANGGAL KEGIATAN', 'TGL KEGIATAN', 'HARI/TANGGAL'],
      }),
      posyandu: filledColumn('POSYANDU', parseText, { headers: ['NAMA POSYANDU', 'NO REGISTRASI POSYANDU'] }),
      kind: filledColumn('KEGIATAN', typeParser(types), { headers: ['JENIS KEGIATAN', 'NAMA KEGIATAN'] }),
      // Not headed BIDANG alone: many sheets say under it which bidang the kader serves.
      bidang: blankAllowedColumn('BIDANG KEGIATAN', choiceParser(bidangWords), {
        headers: ['BIDANG SPM KEGIATAN', 'BIDANG LAYANAN'],
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
}

function served(label: string, ...headers: string[]): Column<number, 'blank-allowed'> {
  const spellings = [label, ...headers].map((heading) => `JUMLAH ${heading}`);
  return blankAllowedColumn(label, parseCount, { headers: [...headers, ...spellings] });
}
