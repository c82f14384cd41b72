import { shownText } from '../formats/sheet/cell.js';
import type { CellParser } from '../formats/sheet/layout.js';
import { readAs, refuse } from '../formats/sheet/reading.js';
import { wordsOf } from '../formats/sheet/words.js';
import type { ActivityType } from './activity-type.js';

/** Reads a type by its code or any of its spellings; a word of none of these types is refused. */
export function typeParser(types: readonly ActivityType[]): CellParser<ActivityType> {
  const byWords = new Map<string, ActivityType>();
  for (const type of types) {
    for (const word of [type.code, ...type.words]) byWords.set(wordsOf(word), type);
  }
  const choices = types.map(({ code, words }) => words[0] ?? code).join(', ');
  return (cell) => {
    const type = byWords.get(wordsOf(shownText(cell)));
    return type === undefined ? refuse('sheet.choice-unknown', { choices }) : readAs(type);
  };
}
