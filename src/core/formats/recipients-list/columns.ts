/** The columns in their order on paper; width in characters. */
export const recipientsColumns = [
  { title: 'No', width: 4.5 },
  { title: 'Nama', width: 24 },
  { title: 'NIK', width: 18 },
  { title: 'Posyandu', width: 14 },
  { title: 'Jorong', width: 14 },
  { title: 'Jabatan', width: 11 },
  { title: 'No/Tgl SK', width: 20 },
  { title: 'Bulan', width: 6.5 },
  { title: 'Satuan (Rp)', width: 10 },
  { title: 'Bruto (Rp)', width: 12 },
  { title: 'PPh 21 (Rp)', width: 9.5 },
  { title: 'Potongan lain (Rp)', width: 10 },
  { title: 'Netto (Rp)', width: 12 },
  { title: 'Bank - No. rekening', width: 17 },
  { title: 'Tanda tangan', width: 20 },
] as const;

export const GROSS_COLUMN = 10;
export const TAX_COLUMN = 11;
export const DEDUCTIONS_COLUMN = 12;
export const NET_COLUMN = 13;
export const LAST_COLUMN = recipientsColumns.length;
