import type { Rupiah } from '../../shared/rupiah.js';
import { shownText } from './cell.js';
import type { CellParser } from './layout.js';
import { readAs, refuse } from './reading.js';

/**
 * Whole rupiah: a number, or text as "Rp 75.000,00", "75.000", "Rp75.000,-". Cents other than 00 are refused,
 * and so is "75,000": a comma is for cents here, and guessing would be a factor of a thousand.
 */
export const parseRupiah: CellParser<Rupiah> = (cell) => {
  if (cell.kind === 'number') {
    const whole = Number.isSafeInteger(cell.number) && cell.number >= 0;
    return whole ? readAs(BigInt(cell.number)) : refuse('sheet.rupiah-whole', {});
  }
  const text = shownText(cell).replace(/^Rp\.?\s*/i, '');
  const parts = /^(\d{1,15}|\d{1,3}(?:\.\d{3}){1,5})(?:,(\d{2}|-))?$/.exec(text);
  if (parts === null) return refuse('sheet.rupiah-expected', {});
  const [, whole = '', cents = '00'] = parts;
  if (cents !== '00' && cents !== '-') return refuse('sheet.rupiah-whole', {});
  return readAs(BigInt(whole.replaceAll('.', '')));
};
