import { terbilang } from '../../formats/terbilang.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../../shared/rupiah.js';
import type { BookCell } from './book-paper.js';

export function text(value: string, span = 1): BookCell {
  return { value, style: 'text', span };
}

export function small(value: string): BookCell {
  return { value, style: 'small' };
}

export function count(value: number): BookCell {
  return { value, style: 'count' };
}

export function money(value: Rupiah): BookCell {
  return { value, style: 'money' };
}

/** `05/07/2026`. */
export function day(date: PlainDate): BookCell {
  return { value: date.split('-').reverse().join('/'), style: 'centre' };
}

export function centre(value: string): BookCell {
  return { value, style: 'centre' };
}

export function sumLabel(value: string, span: number): BookCell {
  return { value, style: 'total-label', span };
}

export function sum(value: Rupiah): BookCell {
  return { value, style: 'total-money' };
}

export const emptySum: BookCell = { value: '', style: 'total-empty' };

/** "Rp75.000 (tujuh puluh lima ribu rupiah)"; a debt is written with minus, which no receipt ever shows. */
export function inWords(amount: Rupiah): string {
  const words = amount < 0n ? `minus ${terbilang(-amount)}` : terbilang(amount);
  return `${formatRupiah(amount)} (${words})`;
}
