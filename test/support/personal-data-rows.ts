import type { PersonalColumn } from '../../src/core/privacy/personal-columns.js';

/** The rows of the table "What is where" of the page on personal data: column, what it holds, how it is kept and why. */
export function personalDataRows(columns: readonly PersonalColumn[]): [string, string, string][] {
  return columns.map((one) => [`\`${one.table}.${one.column}\``, one.holds, keptAs(one)]);
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
