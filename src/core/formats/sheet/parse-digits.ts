import { shownText } from './cell.js';
import type { CellParser } from './layout.js';
import { readAs, refuse } from './reading.js';

/**
 * Digits that identify somebody or something (NIK, account, phone): only from text, because a spreadsheet
 * number keeps 15 digits and no leading zero. Dots, dashes and spaces between the digits are dropped.
 */
export function digitsParser(lengthMin: number, lengthMax: number): CellParser<string> {
  return (cell) => {
    if (cell.kind === 'number') return refuse('sheet.digits-as-number', {});
    if (cell.kind !== 'text') return refuse('sheet.digits-expected', {});
    const text = shownText(cell).replace(/^['`’]/, '');
    if (/^\d([.,]\d+)?E\+?\d+$/i.test(text)) return refuse('sheet.digits-as-number', {});
    const digits = text.replace(/[\s.-]/g, '');
    if (!/^\d+$/.test(digits)) return refuse('sheet.digits-expected', {});
    if (digits.length < lengthMin || digits.length > lengthMax) {
      return refuse('sheet.digits-length', {
        count: digits.length,
        expected: expected(lengthMin, lengthMax),
      });
    }
    return readAs(digits);
  };
}

function expected(lengthMin: number, lengthMax: number): string {
  return lengthMin === lengthMax ? String(lengthMin) : `${String(lengthMin)} sampai ${String(lengthMax)}`;
}
