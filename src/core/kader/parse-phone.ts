import { shownText } from '../formats/sheet/cell.js';
import type { CellParser } from '../formats/sheet/layout.js';
import { readAs, refuse } from '../formats/sheet/reading.js';

/**
 * A telephone number, written from its 0. Unlike an account number it survives being stored as a number:
 * every Indonesian one begins with 0, and is too short to lose digits.
 */
export const parsePhone: CellParser<string> = (cell) => {
  const digits = shownText(cell)
    .replace(/^['`’]/, '')
    .replace(/[\s().-]/g, '')
    .replace(/^(\+?62|0)?(?=\d)/, '0');
  return /^0\d{7,13}$/.test(digits) ? readAs(digits) : refuse('roster.phone-invalid', {});
};
