import { blankAllowedColumn, defineLayout, filledColumn } from '../formats/sheet/layout.js';
import { parseText } from '../formats/sheet/parse-text.js';

/** A kabupaten's list of nagari, one a row, as in config/regions. */
export const regionLayout = defineLayout({
  provinceCode: filledColumn('KODE PROVINSI', parseText),
  province: filledColumn('PROVINSI', parseText),
  kabupatenCode: filledColumn('KODE KABUPATEN', parseText, { headers: ['KODE KOTA', 'KODE KABUPATEN/KOTA'] }),
  kabupaten: filledColumn('KABUPATEN', parseText, { headers: ['KOTA', 'KABUPATEN/KOTA'] }),
  kecamatanCode: filledColumn('KODE KECAMATAN', parseText),
  kecamatan: filledColumn('KECAMATAN', parseText),
  nagariCode: filledColumn('KODE NAGARI', parseText, { headers: ['KODE DESA', 'KODE KELURAHAN'] }),
  nagari: filledColumn('NAGARI', parseText, { headers: ['DESA', 'KELURAHAN', 'GAMPONG'] }),
});

/** A list of posyandu; the nagari may stand in a column, in the title or in the sheet's name. */
export const posyanduLayout = defineLayout({
  registrationNumber: filledColumn('NO REGISTRASI', parseText, {
    headers: ['NOMOR REGISTRASI', 'NO REG', 'NO REGISTRASI POSYANDU', 'NOMOR REGISTRASI POSYANDU'],
  }),
  name: filledColumn('NAMA POSYANDU', parseText, { headers: ['POSYANDU'] }),
  nagariCode: blankAllowedColumn('KODE NAGARI', parseText, { headers: ['KODE DESA'] }),
  nagari: blankAllowedColumn('NAGARI', parseText, { headers: ['DESA', 'NAMA NAGARI'] }),
  kecamatan: blankAllowedColumn('KECAMATAN', parseText),
  jorong: blankAllowedColumn('JORONG', parseText, { headers: ['DUSUN', 'KORONG'] }),
});
