import type { PrintCell, PrintRow } from '../../formats/print-sheet.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';

/** Who signs a book, by office; the names are written by hand. */
export interface BookSigning {
  readonly place: string;
  /** Undefined: the day is written by hand. */
  readonly on: PlainDate | undefined;
  /** Whoever answers for the money, `Wali Nagari`. */
  readonly head: string;
  /** Whoever keeps the book, `Kaur Keuangan`. */
  readonly keeper: string;
}

const BLANK = '(..............................)';

/** Place and day, the two offices, room to sign, and lines for the names. */
export function signatureRows({ place, on, head, keeper }: BookSigning, columns: number): PrintRow[] {
  const half = Math.floor(columns / 2);
  const pair = (left: string, right: string, height: number): PrintRow => ({
    cells: [
      { column: 1, span: half, value: left, style: 'signature' },
      { column: half + 1, span: columns - half, value: right, style: 'signature' },
    ] satisfies PrintCell[],
    height,
  });
  const day = on === undefined ? '............................' : formatDate(on);
  return [
    { cells: [], height: 10 },
    pair('Mengetahui,', `${place}, ${day}`, 15),
    pair(head, keeper, 15),
    { cells: [], height: 52 },
    pair(BLANK, BLANK, 15),
  ];
}
