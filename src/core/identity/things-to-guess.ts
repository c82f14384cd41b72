/** Words that a guesser has at hand. */
export interface GuessableWords {
  /** Known of this person and this service: they cost no guess. */
  readonly known: ReadonlySet<string>;
  /** Words that many people use: one guess each, however long. */
  readonly common: ReadonlySet<string>;
}

// Longer words are not on any list; without an end a long password would be compared with itself too often.
const WORD_LENGTH_MAX = 40;
const RUN_LENGTH_MIN = 3;

/**
 * How many things somebody must guess to compose this text, taking the cheapest way: nothing for known words, years
 * and runs such as "aaaa", "1234" or "4321", one for a common word, one for any other character. A part that was
 * there before in the text costs nothing either.
 */
export function thingsToGuess(text: string, words: GuessableWords): number {
  const characters = Array.from(text);
  // cheapest[end]: the fewest things in the first `end` characters.
  const cheapest = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    const starts = startsBefore(end);
    const costs = starts.map((start) => (cheapest[start] ?? 0) + costOf(characters, start, end, words));
    cheapest.push(Math.min(...costs));
  }
  return cheapest[characters.length] ?? 0;
}

function startsBefore(end: number): number[] {
  const first = Math.max(0, end - WORD_LENGTH_MAX);
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function costOf(characters: readonly string[], start: number, end: number, words: GuessableWords): number {
  const piece = characters.slice(start, end);
  const word = piece.join('');
  if (words.known.has(word) || isYear(word) || isRun(piece)) return 0;
  if (piece.length >= RUN_LENGTH_MIN && characters.slice(0, start).join('').includes(word)) return 0;
  if (words.common.has(word)) return 1;
  return piece.length;
}

function isYear(word: string): boolean {
  return /^(19|20)\d\d$/.test(word);
}

/** The same character again and again, or each one the next or the one before by code: 3 of them or more. */
function isRun(piece: readonly string[]): boolean {
  if (piece.length < RUN_LENGTH_MIN) return false;
  const codes = piece.map((character) => character.codePointAt(0) ?? 0);
  const step = (codes[1] ?? 0) - (codes[0] ?? 0);
  if (Math.abs(step) > 1) return false;
  return codes.every((code, index) => index === 0 || code - (codes[index - 1] ?? 0) === step);
}
