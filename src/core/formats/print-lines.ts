import { formatRupiah } from '../shared/rupiah.js';
import type { PrintCell, PrintSheet } from './print-sheet.js';

/** A printable sheet as plain lines for a terminal, one a row; rows that only keep a distance are left out. */
export function printLines({ rows }: PrintSheet): string[] {
  const lines: string[] = [];
  for (const { cells } of rows) {
    const words = cells.filter(({ style }) => style !== 'column-number').map(wordsOf);
    if (words.some((word) => word !== '')) lines.push(words.join(' | '));
  }
  return lines;
}

function wordsOf({ value }: PrintCell): string {
  if (typeof value === 'bigint') return formatRupiah(value);
  if (typeof value === 'object') return formatRupiah(value.result);
  return String(value).replace(/\n/g, ' ');
}
