import type { Content, CustomTableLayout, TableCell } from 'pdfmake';
import { folioLandscape } from '../../core/formats/print-page.js';
import type { PrintCell, PrintRow, PrintSheet } from '../../core/formats/print-sheet.js';
import { formatRupiah, type Rupiah } from '../../core/shared/rupiah.js';
import { pdfBytes } from './pdf-bytes.js';
import { pdfStyles } from './pdf-styles.js';

const POINTS_AN_INCH = 72;
const POINTS_A_PIXEL = 0.75;
/** What a spreadsheet gives a column of so many characters, so that paper and workbook look alike. */
const PIXELS_A_CHARACTER = 7;
const COLUMN_PADDING = 5;
const CELL_PADDING = { across: 3, along: 1.5 } as const;
const LINE = 0.5;
/** An empty cell must not make its row higher than the sheet says. */
const EMPTY = 1;

/** The columns in points, and by how much everything shrinks to fit its width. */
interface Measure {
  readonly widths: readonly number[];
  readonly scale: number;
  /** What is left of the page on either side of a sheet that is narrower. */
  readonly side: number;
}

/**
 * A printable sheet as PDF: Folio landscape, the heading repeated and the page counted on every page. Long texts
 * wrap and make their row higher. The same sheet gives the same bytes.
 */
export function printSheetPdf(sheet: PrintSheet): Promise<Buffer> {
  const { width, height, margins } = folioLandscape;
  const inches = (length: number): number => length * POINTS_AN_INCH;
  const { left, right } = sheet.footer;
  return pdfBytes({
    title: `${sheet.name}; ${left}; ${right}`,
    pageSize: { width: inches(width), height: inches(height) },
    pageMargins: [inches(margins.left), inches(margins.top), inches(margins.right), inches(margins.bottom)],
    footer: (page, pages) => ({
      margin: [inches(margins.left), 12, inches(margins.right), 0],
      fontSize: 8,
      columns: [
        { text: left, width: '*' },
        { text: `Halaman ${String(page)} dari ${String(pages)}`, alignment: 'center', width: 100 },
        { text: right, alignment: 'right', width: '*' },
      ],
    }),
    content: contentOf(sheet),
  });
}

function contentOf(sheet: PrintSheet): Content[] {
  const rows = [...sheet.rows];
  const [first, last] = sheet.repeatedRows;
  const measure = measureOf(sheet.widths);
  const repeated = rows.slice(first - 1, last);
  const pages = pagesOf(rows.slice(last)).map((page, index) =>
    tableOf([...repeated, ...page], measure, { headerRows: repeated.length, startsPage: index > 0 }),
  );
  return [tableOf(rows.slice(0, first - 1), measure, { headerRows: 0, startsPage: false }), ...pages];
}

function measureOf(characters: readonly number[]): Measure {
  const points = characters.map(
    (column) => (Math.floor(column * PIXELS_A_CHARACTER) + COLUMN_PADDING) * POINTS_A_PIXEL,
  );
  const { width, margins } = folioLandscape;
  const room = (width - margins.left - margins.right) * POINTS_AN_INCH;
  // One line more than columns: the last one on the right.
  const needed = points.reduce((sum, column) => sum + column, LINE);
  const scale = Math.min(1, room / needed);
  return { widths: points.map((column) => column * scale), scale, side: (room - needed * scale) / 2 };
}

/** Rows by the pages that the sheet itself asks for; a page may still run over into the next. */
function pagesOf(rows: readonly PrintRow[]): PrintRow[][] {
  const pages: PrintRow[][] = [[]];
  for (const row of rows) {
    pages.at(-1)?.push(row);
    if (row.closesPage === true) pages.push([]);
  }
  return pages.filter((page) => page.length > 0);
}

function tableOf(
  rows: readonly PrintRow[],
  { widths, scale, side }: Measure,
  { headerRows, startsPage }: { readonly headerRows: number; readonly startsPage: boolean },
): Content {
  const padding = { across: CELL_PADDING.across * scale, along: CELL_PADDING.along * scale };
  return {
    table: {
      widths: widths.map((width) => width - 2 * padding.across - LINE),
      heights: rows.map(({ height }) => Math.max(0, height * scale - 2 * padding.along - LINE)),
      headerRows,
      dontBreakRows: true,
      body: rows.map((row) => cellsOf(row, widths.length, scale)),
    },
    layout: layoutOf(padding),
    margin: [side, 0, side, 0],
    ...(startsPage ? { pageBreak: 'before' as const } : {}),
  };
}

function layoutOf(padding: { readonly across: number; readonly along: number }): CustomTableLayout {
  return {
    hLineWidth: () => LINE,
    vLineWidth: () => LINE,
    paddingLeft: () => padding.across,
    paddingRight: () => padding.across,
    paddingTop: () => padding.along,
    paddingBottom: () => padding.along,
    defaultBorder: false,
  };
}

/** As many cells as columns: one that covers several is followed by empty ones. */
function cellsOf({ cells }: PrintRow, columns: number, scale: number): TableCell[] {
  const placed: TableCell[] = Array.from({ length: columns }, () => ({ text: '', fontSize: EMPTY }));
  for (const cell of cells) placed[cell.column - 1] = cellOf(cell, scale);
  return placed;
}

function cellOf({ value, style, span }: PrintCell, scale: number): TableCell {
  const { style: look, border, fill } = pdfStyles[style];
  const text = textOf(value);
  return {
    ...look,
    text,
    fontSize: text === '' ? EMPTY : look.fontSize * scale,
    border,
    verticalAlignment: 'middle',
    colSpan: span ?? 1,
    ...(fill === undefined ? {} : { fillColor: fill }),
  };
}

function textOf(value: PrintCell['value']): string {
  if (typeof value === 'bigint') return digits(value);
  return typeof value === 'object' ? digits(value.result) : String(value);
}

/** `75.000`: the heading of the column says rupiah. */
function digits(amount: Rupiah): string {
  return formatRupiah(amount).replace('Rp', '');
}
