import { fateOf, type PersonalColumn } from '../../src/core/privacy/personal-columns.js';

/** The rows of the table "What is where" of the page on personal data: column, what it holds, how it is kept and why, what becomes of it. */
export function personalDataRows(columns: readonly PersonalColumn[]): [string, string, string, string][] {
  return columns.map((one) => [`\`${one.table}.${one.column}\``, one.holds, keptAs(one), afterwards(one)]);
}

function keptAs({ treatment }: PersonalColumn): string {
  switch (treatment.kind) {
    case 'sealed':
      return treatment.digest === undefined
        ? 'disegel'
        : `disegel, dicari lewat \`${treatment.digest.column}\``;
    case 'digest':
      return 'hanya sidiknya';
    case 'masked':
      return 'nomor tersamar';
    case 'plain':
      return `terbuka: ${treatment.reason}`;
  }
}

function afterwards(one: PersonalColumn): string {
  const fate = fateOf(one);
  if (fate === undefined) return 'belum diputuskan';
  if (fate.kind === 'kept') return `tetap: ${fate.why}`;
  if (fate.kind === 'text') {
    const become = fate.becomes === '' ? 'dikosongkan' : `menjadi "${fate.becomes}"`;
    return fate.isNaming ? `${become}; pada milik orang lain nama dan nomornya diganti` : become;
  }
  return AFTERWARDS[fate.kind];
}

const AFTERWARDS = {
  nothing: 'dikosongkan',
  sealed: 'menjadi nomor samaran',
  redacted: 'nama dan nomornya diganti',
  removed: 'barisnya dihapus',
  forgotten: 'dilupakan, sidiknya tinggal',
  cleared: 'yang sudah selesai dihapus lebih awal',
} as const;
