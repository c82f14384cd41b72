import type { Rupiah } from '../../shared/rupiah.js';
import type { SlipRow } from './slip-rows.js';

/** A cell of a plain table: text, a plain number, or rupiah. */
export type TableCell = string | number | Rupiah;

/** The columns of the helper sheet, with what stands in each; the names are those of the form. */
const columns: Readonly<Record<string, (row: SlipRow) => TableCell>> = {
  'MASA PAJAK': ({ payment }) => Number(payment.paidOn.slice(5, 7)),
  'TAHUN PAJAK': ({ payment }) => Number(payment.paidOn.slice(0, 4)),
  'NPWP PEMOTONG': ({ withholder }) => withholder.npwp,
  'NITKU PEMOTONG': ({ withholder }) => withholder.nitku,
  'NAMA PEMOTONG': ({ withholder }) => withholder.name,
  'NIK/NPWP PENERIMA': ({ payment }) => payment.nik,
  'NAMA PENERIMA': ({ payment }) => payment.name,
  'ALAMAT PENERIMA': ({ address }) => address,
  'NITKU PENERIMA': ({ payment }) => recipientNitku(payment.nik),
  'STATUS PTKP': ({ ptkp }) => ptkp ?? '',
  'KODE OBJEK PAJAK': ({ terms }) => terms.taxObject,
  SIFAT: ({ terms }) => terms.nature,
  FASILITAS: ({ terms }) => terms.facility,
  'PENGHASILAN BRUTO': ({ payment }) => payment.gross,
  'DPP (%)': ({ basePercent }) => basePercent,
  'TARIF (%)': ({ ratePercents }) => rateCell(ratePercents),
  'PPH DIPOTONG': ({ payment }) => payment.tax,
  'KAP-KJS': ({ terms }) => terms.kapKjs,
  'JENIS DOKUMEN': ({ terms }) => terms.documentKind,
  'NOMOR DOKUMEN': ({ payment }) => payment.request,
  'TANGGAL DOKUMEN': ({ payment }) => payment.paidOn.split('-').reverse().join('/'),
};

/** The helper sheet: a line of names, then one a payment, with whole numbers of persons. */
export function slipTable(rows: readonly SlipRow[]): TableCell[][] {
  const cellsOf = Object.values(columns);
  return [Object.keys(columns), ...rows.map((row) => cellsOf.map((cellOf) => cellOf(row)))];
}

/** The place-of-business number of somebody who has none: her NIK and six zeros. */
export function recipientNitku(nik: string): string {
  return `${nik}000000`;
}

/** Several brackets cannot be one number: they are shown one after the other. */
function rateCell(percents: readonly number[]): TableCell {
  const [only, ...more] = percents;
  return only !== undefined && more.length === 0 ? only : percents.join(' / ');
}
