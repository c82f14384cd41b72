import { paginate } from '../../formats/print-page.js';
import type { PrintCell, PrintRow, PrintSheet, PrintStyle } from '../../formats/print-sheet.js';
import { signatureRows, type BookSigning } from './signature-rows.js';

/** The place in the chain that a book was drawn at: with it the same book can be drawn again. */
interface BookStamp {
  readonly position: bigint;
  /** Hash of the batch there, hex. */
  readonly hash: string;
}

/** What stands above and below a book, whatever is in it. */
export interface BookHeading {
  /** The letterhead from the top: the government, then each office down to the one whose book it is. */
  readonly offices: readonly string[];
  readonly stamp: BookStamp;
  /** Undefined for a report nobody signs. */
  readonly signing: BookSigning | undefined;
}

interface BookColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
}

/** A cell without its column: cells of a row follow each other from the left. */
export type BookCell = Omit<PrintCell, 'column'>;

/** A book as it stands on paper, but for what every book has. */
export interface BookPaper {
  readonly heading: BookHeading;
  /** `Buku Kas Umum`; also the name of the sheet, which takes 31 characters. */
  readonly title: string;
  readonly subtitle: string;
  /** Label and value, above the table. */
  readonly facts: readonly (readonly [string, string])[];
  readonly columns: readonly BookColumn[];
  readonly rows: readonly (readonly BookCell[])[];
  /** Rows of sums, never torn from the signatures. */
  readonly sums: readonly (readonly BookCell[])[];
  /** Sentences across the page, below the sums. */
  readonly remarks: readonly string[];
}

/** How much of a hash is printed: enough to compare by eye. */
const PRINTED_HASH = 16;
/** Rows of the heading that each printed page repeats. */
const REPEATED = 2;
/** A line of the face in use, and what stands around it; points. */
const LINE_HEIGHT = 14;
const ROW_PADDING = 6;
/** Capitals and the cell's indent take more than the mean character. */
const WIDE = 1.2;

/** The printed sheet of a book, for whichever writer: XLSX, PDF or plain lines. */
export function bookSheet(paper: BookPaper): PrintSheet {
  const { heading, columns } = paper;
  const widths = columns.map(({ width }) => width);
  const top = headingRows(paper);
  const body = paper.rows.map((cells) => bookRow(cells, widths));
  const tail = [
    ...paper.sums.map((cells) => bookRow(cells, widths)),
    ...paper.remarks.map((remark) => across(remark, 'terbilang', columns.length, 20)),
    ...(heading.signing === undefined ? [] : signatureRows(heading.signing, widths)),
  ];
  const repeated = top.slice(-REPEATED).reduce((sum, { height }) => sum + height, 0);
  // The sums never open a page alone: the last row goes with them.
  const start = top.length + Math.max(0, body.length - 1);
  const { position, hash } = heading.stamp;
  return {
    name: paper.title.slice(0, 31),
    widths,
    rows: paginate([...top, ...body, ...tail], widths, { start, repeated }),
    repeatedRows: [top.length - REPEATED + 1, top.length],
    footer: {
      left: `${paper.title} - ${paper.subtitle}`,
      right: `Buku besar posisi ${String(position)}: ${hash.slice(0, PRINTED_HASH)}`,
    },
  };
}

function headingRows({ heading, title, subtitle, facts, columns }: BookPaper): PrintRow[] {
  const last = columns.length;
  const [payer = '', ...above] = heading.offices.map((office) => office.toUpperCase()).reverse();
  return [
    ...above.reverse().map((office) => across(office, 'letterhead', last, 18)),
    across(payer, 'letterhead-village', last, 22),
    across('', 'rule', last, 4),
    across('', 'subtitle', last, 8),
    across(title.toUpperCase(), 'title', last, 20),
    across(subtitle, 'subtitle', last, 17),
    across('', 'subtitle', last, 6),
    ...facts.map(([label, value]) => factRow(label, value, last)),
    across('', 'subtitle', last, 6),
    {
      cells: columns.map((column, index) => ({ column: index + 1, value: column.title, style: 'header' })),
      height: heightOf(Math.max(...columns.map((column) => linesIn(column.title, column.width)))),
    },
    {
      cells: columns.map((_, index) => ({
        column: index + 1,
        value: String(index + 1),
        style: 'column-number',
      })),
      height: 13,
    },
  ];
}

function factRow(label: string, value: string, last: number): PrintRow {
  return {
    cells: [
      { column: 1, value: label, style: 'label', span: 2 },
      { column: 3, value: `: ${value}`, style: 'value', span: last - 2 },
    ],
    height: 15,
  };
}

function across(value: string, style: PrintStyle, last: number, height: number): PrintRow {
  return { cells: [{ column: 1, value, style, span: last }], height };
}

/** A row of the table, high enough for the cell with most lines. */
function bookRow(cells: readonly BookCell[], widths: readonly number[]): PrintRow {
  const placed: PrintCell[] = [];
  let [column, lines] = [1, 1];
  for (const cell of cells) {
    const span = cell.span ?? 1;
    placed.push({ ...cell, column });
    const width = widths.slice(column - 1, column - 1 + span).reduce((sum, each) => sum + each, 0);
    if (typeof cell.value === 'string') lines = Math.max(lines, linesIn(cell.value, width));
    column += span;
  }
  return { cells: placed, height: heightOf(lines) };
}

function heightOf(lines: number): number {
  return lines * LINE_HEIGHT + ROW_PADDING;
}

function linesIn(text: string, width: number): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil((line.length * WIDE) / width)));
  return lines.reduce((sum, count) => sum + count, 0);
}
