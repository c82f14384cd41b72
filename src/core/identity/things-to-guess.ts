import { isStraightWalk, isWalk } from './keyboard-walk.js';

/** Words that a guesser has at hand. */
export interface GuessableWords {
  /** Known of this person and this service: they cost no guess. */
  readonly known: ReadonlySet<string>;
  /** Words and sayings that many people use: one guess each, however long. */
  readonly common: ReadonlySet<string>;
}

// Longer sayings are not on any list; without an end a long password would be compared with itself too often.
const WORD_LENGTH_MAX = 64;
const RUN_LENGTH_MIN = 3;
const INTERLEAVED_MIN = 6;
/** A few digits behind a word are tried one after the other. */
const NUMBER_COST = 2;
const SHORT_NUMBER_COST = 1;
const YEAR_OF_A_LIFE = /^(19|20)\d\d$/;
// Day, month and year, in six digits or eight, whichever comes first.
const DAY = '(0[1-9]|[12]\\d|3[01])';
const MONTH = '(0[1-9]|1[0-2])';
const YEAR = '((19|20)?\\d\\d)';
const DATE = new RegExp(`^(${DAY}${MONTH}${YEAR}|${MONTH}${DAY}${YEAR}|${YEAR}${MONTH}${DAY})$`);

/**
 * How many things somebody must guess to compose this text, taking the cheapest way: nothing for known words, years,
 * runs such as "aaaa", "1234" or "4321" and straight lines of the keyboard, one for a common word (also backward), a
 * date, two digits, a walk over the keyboard or two runs that take turns, two for a number of three digits or more, one for any other character. A part
 * that was there before in the text costs nothing either.
 */
export function thingsToGuess(text: string, words: GuessableWords): number {
  const characters = Array.from(text);
  const before = characters.map((_, index) => characters.slice(0, index).join(''));
  // cheapest[end]: the fewest things in the first `end` characters.
  const cheapest = [0];
  for (let end = 1; end <= characters.length; end += 1) {
    const costs = startsBefore(end).map((start) => {
      const piece = characters.slice(start, end);
      const isThere = piece.length >= RUN_LENGTH_MIN && before[start]?.includes(piece.join('')) === true;
      return (cheapest[start] ?? 0) + (isThere ? 0 : costOf(piece, words));
    });
    cheapest.push(Math.min(...costs));
  }
  return cheapest[characters.length] ?? 0;
}

function startsBefore(end: number): number[] {
  const first = Math.max(0, end - WORD_LENGTH_MAX);
  return Array.from({ length: end - first }, (_, index) => first + index);
}

function costOf(piece: readonly string[], words: GuessableWords): number {
  const word = piece.join('');
  if (words.known.has(word) || isObvious(word, piece)) return 0;
  if (words.common.has(word) || words.common.has(piece.toReversed().join(''))) return 1;
  return DATE.test(word) || isWalk(piece) || takesTurns(piece) ? 1 : costOfOthers(word, piece);
}

function isObvious(word: string, piece: readonly string[]): boolean {
  return YEAR_OF_A_LIFE.test(word) || isRun(piece) || isStraightWalk(piece);
}

function costOfOthers(word: string, { length }: readonly string[]): number {
  if (!/^\d{2,8}$/.test(word)) return length;
  return length === 2 ? SHORT_NUMBER_COST : NUMBER_COST;
}

/** The same character again and again, or each one the next or the one before by code: 3 of them or more. */
function isRun(piece: readonly string[]): boolean {
  if (piece.length < RUN_LENGTH_MIN) return false;
  const step = codeAt(piece, 1) - codeAt(piece, 0);
  if (Math.abs(step) > 1) return false;
  return piece.every((_, index) => index === 0 || codeAt(piece, index) - codeAt(piece, index - 1) === step);
}

function codeAt(piece: readonly string[], index: number): number {
  return piece[index]?.codePointAt(0) ?? 0;
}

/** Two runs or lines of keys, a character of each in turn: "a1b2c3d4", "q1a2z3" as far as they go. */
function takesTurns(piece: readonly string[]): boolean {
  if (piece.length < INTERLEAVED_MIN) return false;
  // Most pieces do not even begin so.
  if (piece.length > INTERLEAVED_MIN && !takesTurns(piece.slice(0, INTERLEAVED_MIN))) return false;
  return [0, 1]
    .map((turn) => piece.filter((_, index) => index % 2 === turn))
    .every((half) => isRun(half) || isStraightWalk(half));
}
