import { digitsParser } from '../formats/sheet/parse-digits.js';
import { parseRupiah } from '../formats/sheet/parse-rupiah.js';
import { parseText } from '../formats/sheet/parse-text.js';
import { asWritten, defineLayout, filledColumn, type CellParser } from '../formats/sheet/layout.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import { shownText } from '../formats/sheet/cell.js';
import { maskNik } from '../formats/mask.js';
import { monthNumber } from '../shared/plain-date.js';
import { parseServiceMonths, type ServiceMonth } from '../shared/service-month.js';

/** "Juli-September 2026", "Juli s.d. September 2026", "Juli 2026", or `2026-07..2026-09`. */
const parseMonths: CellParser<ServiceMonth[]> = (cell) => {
  const text = cell.kind === 'date' ? cell.date.slice(0, 7) : shownText(cell);
  const phrase = /^(\p{L}+)(?:\s*(?:-|–|s\.?\/?d\.?|sampai)\s*(\p{L}+))?\s+(\d{4})$/u.exec(text);
  const [, from, to = from, year] = phrase ?? [];
  const written = from && to && year ? `${isoMonth(from, year)}..${isoMonth(to, year)}` : text;
  const months = parseServiceMonths(written);
  return months === undefined ? refuse('payment.claim-months-unreadable', {}) : readAs(months);
};

function isoMonth(name: string, year: string): string {
  return `${year}-${String(monthNumber(name) ?? 0).padStart(2, '0')}`;
}

/** A nagari's own payment list (daftar permintaan honor): one row a kader. */
export const claimLayout = defineLayout(
  {
    nik: filledColumn('NIK', digitsParser(16, 16), { headers: ['NO NIK', 'NO. NIK'], mask: maskNik }),
    name: filledColumn('NAMA', parseText, { headers: ['NAMA LENGKAP', 'NAMA KADER'] }),
    months: filledColumn('BULAN', parseMonths, { headers: ['UNTUK BULAN', 'PERIODE'] }),
    amount: filledColumn('JUMLAH', parseRupiah, {
      mask: asWritten,
      headers: ['HONOR', 'JUMLAH HONOR', 'JUMLAH (RP)'],
    }),
  },
  'name',
);
