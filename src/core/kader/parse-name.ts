import { bankText } from '../formats/bank-transfer/bank-text.js';
import type { CellParser } from '../formats/sheet/layout.js';
import { parseText } from '../formats/sheet/parse-text.js';
import { refuse } from '../formats/sheet/reading.js';

const SHORTEST_BANK_FIELD = 40;

/** A person's or account's name: text of which something remains when a bank file writes it in Latin letters. */
export const parseName: CellParser<string> = (cell) => {
  const reading = parseText(cell);
  if ('refusal' in reading) return reading;
  return bankText(reading.value, SHORTEST_BANK_FIELD) === '' ? refuse('roster.name-not-latin', {}) : reading;
};
