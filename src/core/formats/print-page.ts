import type { PrintRow } from './print-sheet.js';

/** Inches. Folio, 8.5 x 13 inch laid across, is what the shops here sell as F4. */
export const folioLandscape = {
  width: 13,
  height: 8.5,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
} as const;

const POINTS_AN_INCH = 72;
const POINTS_A_PIXEL = 0.75;
/** What spreadsheets give a column: pixels a character of an 11-point face, and its padding. */
const PIXELS_A_CHARACTER = 7;
const COLUMN_PADDING = 5;
/** Readers and printers differ by a little; a page taken for fuller than it is only breaks a row early. */
const SAFETY = 0.98;

/** Rows that must stand on one page: from `start` to the end. `repeated` is the height of the rows on every page. */
export interface Tail {
  readonly start: number;
  readonly repeated: number;
}

/**
 * Rows with their page breaks, so that the tail is never torn: a signature on another page than the total
 * it signs for proves nothing.
 */
export function paginate(rows: readonly PrintRow[], widths: readonly number[], tail: Tail): PrintRow[] {
  const height = pageHeight(widths);
  const tailHeight = heightOf(rows.slice(tail.start));
  let used = 0;
  return rows.map((row, index) => {
    used += row.height;
    const next = index + 1 === tail.start ? tailHeight : (rows[index + 1]?.height ?? 0);
    // A tail higher than a page is torn wherever it is put; then it flows like other rows.
    if (used + next <= height || (index >= tail.start && tailHeight <= height)) return row;
    used = tail.repeated;
    return { ...row, closesPage: true };
  });
}

function heightOf(rows: readonly PrintRow[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

/** Points of row height that fit on a page, once the sheet is shrunk to the page's width. */
function pageHeight(widths: readonly number[]): number {
  const { width, height, margins } = folioLandscape;
  const pixels = widths.reduce(
    (sum, column) => sum + Math.floor(column * PIXELS_A_CHARACTER) + COLUMN_PADDING,
    0,
  );
  const scale = Math.min(
    1,
    ((width - margins.left - margins.right) * POINTS_AN_INCH) / (pixels * POINTS_A_PIXEL),
  );
  return (((height - margins.top - margins.bottom) * POINTS_AN_INCH) / scale) * SAFETY;
}
