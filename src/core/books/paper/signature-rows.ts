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

/** Place and day, the two offices, room to sign, and lines for the names: half of the page for each. */
export function signatureRows(
  { place, on, head, keeper }: BookSigning,
  widths: readonly number[],
): PrintRow[] {
  const columns = widths.length;
  const half = columnsInHalf(widths);
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

/** How many columns come closest to half of the width. */
function columnsInHalf(widths: readonly number[]): number {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let [left, best, distance] = [0, 1, Number.POSITIVE_INFINITY];
  widths.slice(0, -1).forEach((width, index) => {
    left += width;
    if (Math.abs(left - half) >= distance) return;
    [best, distance] = [index + 1, Math.abs(left - half)];
  });
  return best;
}
