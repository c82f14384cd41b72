import type { LegalBasis } from '../../policy/legal-basis.js';
import { formatDate } from '../../shared/plain-date.js';

/** "Dasar: Perbup 1/2026 tanggal 2 Januari 2026 tentang Honor", with the hash of its file where that is known. */
export function basisWords({ number, date, title, fileSha256 }: LegalBasis): string {
  const file = fileSha256 === null ? '' : ` (SHA-256 berkas ${fileSha256})`;
  return `Dasar: ${number} tanggal ${formatDate(date)} tentang ${title}${file}`;
}
