import { blankAllowedColumn, defineLayout, filledColumn } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseCount } from '../formats/sheet/parse-count.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { parseText } from '../formats/sheet/parse-text.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { bidangWords } from '../kader/vocabulary.js';

/** Who answers for a bidang: one row for each bidang, region and time. */
export const opdLayout = defineLayout({
  bidang: filledColumn('BIDANG', choiceParser(bidangWords), { headers: ['BIDANG SPM'] }),
  region: filledColumn('KODE WILAYAH', parseText, { headers: ['WILAYAH', 'KODE KABUPATEN'] }),
  opdCode: filledColumn('KODE OPD', parseText),
  opdName: filledColumn('NAMA OPD', parseText, { headers: ['OPD', 'PENANGGUNG JAWAB'] }),
  limitDays: filledColumn('BATAS HARI KERJA', parseCount, { headers: ['BATAS JAWABAN', 'HARI KERJA'] }),
  from: filledColumn('BERLAKU MULAI', parseDate, { headers: ['MULAI', 'TMT'] }),
  to: blankAllowedColumn('BERLAKU SAMPAI', parseDate, { headers: ['SAMPAI'] }),
  basis: filledColumn('DASAR HUKUM', parseText, { headers: ['DASAR'] }),
  note: blankAllowedColumn('CATATAN', parseText, { headers: ['KETERANGAN'] }),
});

export type OpdRow = TableRow<(typeof opdLayout)['columns']>;
