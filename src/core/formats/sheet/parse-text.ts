import { shownText } from './cell.js';
import type { CellParser } from './layout.js';
import { readAs, refuse } from './reading.js';

/** Text as typed, single-spaced. A plain whole number passes ("Jorong 4"); one whose shape was lost does not. */
export const parseText: CellParser<string> = (cell) => {
  switch (cell.kind) {
    case 'text':
      return readAs(shownText(cell));
    case 'number':
      return Number.isSafeInteger(cell.number) && cell.format === 'General'
        ? readAs(shownText(cell))
        : refuse('sheet.text-as-number', {});
    case 'date':
      return refuse('sheet.text-became-date', {});
    case 'boolean':
    case 'error':
      return refuse('sheet.text-expected', {});
  }
};
