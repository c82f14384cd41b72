import { maskNik } from '../formats/mask.js';
import { blankAllowedColumn, defineLayout, filledColumn } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseCount } from '../formats/sheet/parse-count.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseText } from '../formats/sheet/parse-text.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { bidangWords } from '../kader/vocabulary.js';

/** Referrals: one row for each thing that a kader passes on to the OPD of a bidang. No column takes whose it is. */
export const referralLayout = defineLayout(
  {
    on: filledColumn('TANGGAL', parseDate, { headers: ['TGL', 'TANGGAL RUJUKAN', 'TGL RUJUKAN'] }),
    posyandu: filledColumn('POSYANDU', parseText, { headers: ['NAMA POSYANDU', 'NO REGISTRASI POSYANDU'] }),
    nik: filledColumn('NIK KADER', digitsParser(16, 16), { headers: ['NIK'], mask: maskNik }),
    name: filledColumn('NAMA KADER', parseText, { headers: ['NAMA', 'KADER'] }),
    bidang: filledColumn('BIDANG', choiceParser(bidangWords), { headers: ['BIDANG SPM', 'BIDANG TUJUAN'] }),
    subject: filledColumn('LAYANAN', parseText, {
      headers: ['JENIS LAYANAN', 'PERIHAL', 'LAYANAN YANG DIRUJUK'],
    }),
    count: filledColumn('JUMLAH', parseCount, { headers: ['JUMLAH KASUS', 'BANYAK'] }),
    description: filledColumn('URAIAN', parseText, { headers: ['KETERANGAN', 'URAIAN RUJUKAN'] }),
    nagariCode: blankAllowedColumn('KODE NAGARI', parseText, { headers: ['KODE DESA', 'KODE WILAYAH'] }),
    nagari: blankAllowedColumn('NAGARI', parseText, { headers: ['DESA', 'NAMA NAGARI'] }),
    kecamatan: blankAllowedColumn('KECAMATAN', parseText, { headers: ['KEC'] }),
  },
  'name',
);

export type ReferralRow = TableRow<(typeof referralLayout)['columns']>;
export type ReferralField = keyof (typeof referralLayout)['columns'];
