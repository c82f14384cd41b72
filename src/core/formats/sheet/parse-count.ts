import { shownText } from './cell.js';
import type { CellParser } from './layout.js';
import { readAs, refuse } from './reading.js';

const COUNT_MAX = 1_000_000;

/** How many: a whole number from 0. */
export const parseCount: CellParser<number> = (cell) => {
  const text = cell.kind === 'number' ? String(cell.number) : shownText(cell);
  if (!/^\d{1,7}$/.test(text) || Number(text) > COUNT_MAX) return refuse('sheet.count-expected', {});
  return readAs(Number(text));
};
