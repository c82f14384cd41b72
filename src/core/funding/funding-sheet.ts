import {
  asWritten,
  blankAllowedColumn,
  defineLayout,
  filledColumn,
  type ValuesOf,
} from '../formats/sheet/layout.js';
import { parseCount } from '../formats/sheet/parse-count.js';
import { parseRupiah } from '../formats/sheet/parse-rupiah.js';
import { parseText } from '../formats/sheet/parse-text.js';

/** The sheet of budget lines: one row a source, as a DPA or APB Nagari lists them. */
export const fundingLayout = defineLayout({
  payer: filledColumn('KODE PEMBAYAR', parseText, { headers: ['PEMBAYAR', 'KODE NAGARI', 'KODE OPD'] }),
  payerName: filledColumn('NAMA PEMBAYAR', parseText, {
    headers: ['NAGARI', 'NAMA NAGARI', 'OPD', 'NAMA OPD'],
  }),
  region: filledColumn('KODE WILAYAH', parseText),
  label: filledColumn('SUMBER DANA', parseText, { headers: ['SUMBER'] }),
  name: blankAllowedColumn('NAMA SUMBER DANA', parseText, { headers: ['URAIAN'] }),
  fiscalYear: filledColumn('TAHUN ANGGARAN', parseCount, { headers: ['TAHUN', 'TA'] }),
  activityCode: filledColumn('KODE KEGIATAN', parseText),
  accountCode: filledColumn('KODE REKENING', parseText),
  ceiling: filledColumn('PAGU', parseRupiah, { mask: asWritten, headers: ['ANGGARAN', 'PAGU ANGGARAN'] }),
  legalBasis: filledColumn('DASAR HUKUM', parseText, { headers: ['NO DPA', 'NOMOR DPA'] }),
});

/** A budget line as a sheet gives it; `payer` equals `region` for a nagari, and is an own code for an OPD. */
export type FundingRow = ValuesOf<typeof fundingLayout.columns>;
