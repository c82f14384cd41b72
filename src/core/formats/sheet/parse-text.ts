import { shownText } from './cell.js';
import type { CellParser, Reading } from './layout.js';
import { readAs, refuse } from './reading.js';

/** No name, place or number of a document is longer; a longer text is a mistake that nobody would print. */
const LONGEST_TEXT = 200;

/** Text as typed, single-spaced. A plain whole number passes ("Jorong 4"); one whose shape was lost does not. */
export const parseText: CellParser<string> = (cell) => {
  switch (cell.kind) {
    case 'text':
      return ofFairLength(shownText(cell));
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

function ofFairLength(text: string): Reading<string> {
  return text.length > LONGEST_TEXT
    ? refuse('sheet.text-too-long', { count: text.length, longest: LONGEST_TEXT })
    : readAs(text);
}
