import { shownText } from './cell.js';
import type { CellParser } from './layout.js';
import { readAs, refuse } from './reading.js';
import { wordsOf } from './words.js';

/** The spellings people use for each value of a closed list; the first of each is shown in messages. */
export type Vocabulary<Value extends string> = Readonly<Record<Value, readonly [string, ...string[]]>>;

/** Reads one word of a closed list, whatever its case and punctuation; a word not in the list is refused. */
export function choiceParser<Value extends string>(vocabulary: Vocabulary<Value>): CellParser<Value> {
  const byWords = new Map<string, Value>();
  for (const value in vocabulary) {
    for (const spelling of vocabulary[value]) byWords.set(wordsOf(spelling), value);
  }
  const choices = Object.values<readonly string[]>(vocabulary).map((spellings) => spellings[0] ?? '');
  return (cell) => {
    const value = byWords.get(wordsOf(shownText(cell)));
    return value === undefined
      ? refuse('sheet.choice-unknown', { choices: choices.join(', ') })
      : readAs(value);
  };
}
