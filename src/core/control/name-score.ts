import { personKey } from '../kader/person-name.js';
import { nameKey } from './name-key.js';

/** Enough to be asked about also when the birth dates are a slip of the pen apart, and less than the same letters. */
const SOUNDS_THE_SAME_PERCENT = 95;

/**
 * How alike two names are, in percent: the words sorted, then letters that must change (Levenshtein, a swap of
 * neighbours counting once) against the length of the longer. Jaro-Winkler was not chosen, for it rewards a common
 * beginning, and half of the names here begin with Siti, Sri, Nur or Yul. Numbers in names ("Kader 12") are never
 * nearly the same. Names that sound the same are alike however they are spelled.
 */
export function nameScore(one: string, other: string): number {
  const [left, right] = [sortedWords(one), sortedWords(other)];
  if (digitsOf(left) !== digitsOf(right)) return 0;
  const longest = Math.max(left.length, right.length);
  if (longest === 0) return 0;
  const byLetters = Math.floor((100 * (longest - distance(left, right))) / longest);
  if (byLetters >= SOUNDS_THE_SAME_PERCENT) return byLetters;
  const sound = nameKey(one);
  return sound !== '' && sound === nameKey(other) ? SOUNDS_THE_SAME_PERCENT : byLetters;
}

function sortedWords(name: string): string {
  return personKey(name).split(' ').sort().join(' ');
}

function digitsOf(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}

/** Letters to insert, delete, replace or swap with their neighbour. */
function distance(left: string, right: string): number {
  let rows: Rows = { beforeLast: [], last: Array.from({ length: right.length + 1 }, (_, at) => at) };
  for (let row = 1; row <= left.length; row += 1) {
    rows = { beforeLast: rows.last, last: nextRow(left, right, row, rows) };
  }
  return at(rows.last, right.length);
}

interface Rows {
  readonly beforeLast: readonly number[];
  readonly last: readonly number[];
}

function nextRow(left: string, right: string, row: number, { beforeLast, last }: Rows): number[] {
  const current = [row];
  for (let column = 1; column <= right.length; column += 1) {
    const change = left[row - 1] === right[column - 1] ? 0 : 1;
    const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    const swap = isSwap ? at(beforeLast, column - 2) + 1 : Infinity;
    const [gone, added] = [at(last, column) + 1, at(current, column - 1) + 1];
    current.push(Math.min(gone, added, at(last, column - 1) + change, swap));
  }
  return current;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
