import { maskAccount, maskNik } from '../formats/mask.js';
import { blankAllowedColumn, defineLayout, filledColumn } from '../formats/sheet/layout.js';
import { choiceParser } from '../formats/sheet/parse-choice.js';
import { parseDate } from '../formats/sheet/parse-date.js';
import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseText } from '../formats/sheet/parse-text.js';
import type { TableRow } from '../formats/sheet/table-reader.js';
import { parseName } from './parse-name.js';
import { parsePhone } from './parse-phone.js';
import { parseRole } from './parse-role.js';
import { bidangWords, endReasonWords, sexWords, tierWords } from './vocabulary.js';

const NIK_DIGITS = 16;

/** The sheet a nagari keeps of its kader, one a row. A blank cell says nothing: it never erases what is known. */
export const rosterLayout = defineLayout(
  {
    nik: filledColumn('NIK', digitsParser(NIK_DIGITS, NIK_DIGITS), {
      headers: ['NO NIK', 'NOMOR NIK', 'NIK KTP', 'NO KTP', 'NOMOR KTP', 'NOMOR INDUK KEPENDUDUKAN'],
      mask: maskNik,
    }),
    name: filledColumn('NAMA', parseName, {
      headers: ['NAMA LENGKAP', 'NAMA KADER', 'NAMA KADER POSYANDU', 'NAMA SESUAI KTP', 'NAMA LENGKAP KADER'],
    }),
    birthDate: filledColumn('TGL LAHIR', parseDate, { headers: ['TANGGAL LAHIR', 'TGL LHR', 'LAHIR'] }),
    sex: filledColumn('L/P', choiceParser(sexWords), {
      headers: ['P/L', 'JK', 'J K', 'JENIS KELAMIN', 'KELAMIN', 'SEX', 'JNS KELAMIN'],
    }),
    posyandu: filledColumn('POSYANDU', parseText, { headers: ['NAMA POSYANDU', 'NO REGISTRASI POSYANDU'] }),
    nagariCode: blankAllowedColumn('KODE NAGARI', parseText, { headers: ['KODE DESA', 'KODE WILAYAH'] }),
    nagari: blankAllowedColumn('NAGARI', parseText, {
      headers: ['DESA', 'NAMA NAGARI', 'KELURAHAN', 'GAMPONG'],
    }),
    kecamatan: blankAllowedColumn('KECAMATAN', parseText, { headers: ['KEC'] }),
    jorong: blankAllowedColumn('JORONG', parseText, {
      headers: ['DUSUN', 'KORONG', 'KAMPUNG', 'NAMA JORONG'],
    }),
    role: blankAllowedColumn('JABATAN', parseRole, { headers: ['KEDUDUKAN', 'JABATAN DALAM POSYANDU'] }),
    bidang: blankAllowedColumn('BIDANG', choiceParser(bidangWords), {
      headers: ['BIDANG SPM', 'BIDANG LAYANAN'],
    }),
    tier: blankAllowedColumn('TINGKATAN', choiceParser(tierWords), {
      headers: ['TINGKAT', 'TINGKATAN KADER', 'TINGKAT KADER', 'STRATA', 'LEVEL'],
    }),
    tierFrom: blankAllowedColumn('TGL TINGKATAN', parseDate, {
      headers: ['TMT TINGKATAN', 'TANGGAL TINGKATAN', 'TGL STRATA', 'TMT STRATA', 'TGL SERTIFIKAT'],
    }),
    tierCertificate: blankAllowedColumn('NO SERTIFIKAT', parseText, {
      headers: ['NOMOR SERTIFIKAT', 'NO SK TINGKATAN', 'NO SERTIFIKAT TINGKATAN', 'NO SERTIFIKAT STRATA'],
    }),
    skNumber: blankAllowedColumn('NO SK', parseText, {
      headers: ['NOMOR SK', 'SK', 'SK NOMOR', 'NO SK PENGANGKATAN', 'NOMOR SK PENGANGKATAN', 'NO KEPUTUSAN'],
    }),
    skDate: blankAllowedColumn('TGL SK', parseDate, { headers: ['TANGGAL SK', 'SK TANGGAL'] }),
    validFrom: blankAllowedColumn('BERLAKU MULAI', parseDate, {
      headers: [
        'TMT',
        'TMT SK',
        'MULAI BERLAKU',
        'BERLAKU DARI',
        'SK BERLAKU MULAI',
        'MULAI TUGAS',
        'BERLAKU MULAI/TMT',
      ],
    }),
    validTo: blankAllowedColumn('BERLAKU SAMPAI', parseDate, {
      headers: ['BERLAKU S/D', 'SAMPAI DENGAN', 'SK BERLAKU SAMPAI', 'BERLAKU HINGGA', 'SK BERAKHIR'],
    }),
    bank: blankAllowedColumn('BANK', parseText, { headers: ['NAMA BANK'] }),
    accountNumber: blankAllowedColumn('NO. REKENING', digitsParser(5, 20), {
      headers: ['NO REK', 'NOMOR REKENING', 'REKENING', 'NOREK', 'NO REKENING BANK'],
      mask: maskAccount,
    }),
    accountName: blankAllowedColumn('NAMA REKENING', parseName, {
      headers: ['ATAS NAMA', 'A/N', 'NAMA PEMILIK REKENING', 'NAMA DI REKENING', 'REKENING ATAS NAMA'],
    }),
    phone: blankAllowedColumn('NO HP', parsePhone, {
      headers: ['NOMOR HP', 'HP', 'NO TELP', 'NO TELEPON', 'TELEPON', 'NO WA', 'NO HP/WA', 'NO HANDPHONE'],
    }),
    endedOn: blankAllowedColumn('TGL BERHENTI', parseDate, { headers: ['TANGGAL BERHENTI', 'TGL BERAKHIR'] }),
    endReason: blankAllowedColumn('ALASAN BERHENTI', choiceParser(endReasonWords), {
      headers: ['ALASAN', 'SEBAB BERHENTI', 'KETERANGAN BERHENTI'],
    }),
  },
  'name',
);

export type RosterRow = TableRow<(typeof rosterLayout)['columns']>;
export type RosterField = keyof (typeof rosterLayout)['columns'];
