/** What a generated kader's row can state otherwise. */
export interface KaderCells {
  nik: string;
  name: string;
  birthDate: string;
  sex: string;
  posyandu: string;
  role: string;
  skNumber: string;
  validFrom: string;
  bank: string;
  account: string;
  accountName: string;
  endedOn: string;
  endReason: string;
}

const HEADER =
  'NAMA,NIK,TGL LAHIR,L/P,POSYANDU,JABATAN,BIDANG,NO SK,TGL SK,TMT,BANK,NO REK,NAMA REKENING,TGL BERHENTI,ALASAN BERHENTI';

/** The row of kader number `index`: always the same person, a woman born in 1980, at posyandu Melati I. */
export function kaderCells(index: number, changes: Partial<KaderCells> = {}): KaderCells {
  const serial = String((index % 9999) + 1).padStart(4, '0');
  const place = String(100_000 + Math.floor(index / 9999)).slice(-6);
  return {
    nik: `${place}410180${serial}`,
    name: `Kader ${letters(index)}`,
    birthDate: '01/01/1980',
    sex: 'P',
    posyandu: 'Melati I',
    role: 'Kader',
    skNumber: '140/12/WN-STG/2026',
    validFrom: '02/01/2026',
    bank: 'Bank Nagari',
    account: `10${String(index + 1).padStart(12, '0')}`,
    accountName: `Kader ${letters(index)}`,
    endedOn: '',
    endReason: '',
    ...changes,
  };
}

/** A roster of nagari Sitiung. */
export function rosterCsv(rows: readonly KaderCells[]): string {
  const lines = rows.map((one) =>
    [
      one.name,
      one.nik,
      one.birthDate,
      one.sex,
      one.posyandu,
      one.role,
      'Kesehatan',
      one.skNumber,
      '02/01/2026',
      one.validFrom,
      one.bank,
      one.account,
      one.accountName,
      one.endedOn,
      one.endReason,
    ].join(','),
  );
  return ['NAGARI SITIUNG', HEADER, ...lines, ''].join('\n');
}

function letters(index: number): string {
  return Array.from(String(index), (digit) => String.fromCharCode(65 + Number(digit))).join('');
}
