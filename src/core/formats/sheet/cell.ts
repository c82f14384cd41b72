import { formatDate, type PlainDate } from '../../shared/plain-date.js';
import { seenText } from '../../shared/seen-text.js';

/**
 * What a cell really holds, before anybody decides what it should mean. A formula is its stored result.
 * `format` is the number format, which tells how a number was shown ("0000000000" shows leading zeros).
 */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number; readonly format: string }
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  | { readonly kind: 'error'; readonly error: string };

/** One row of one sheet. `cells` is keyed by column, 1 = A; an empty cell is not in it. */
export interface SheetRow {
  readonly sheet: string;
  /** 1 is the first row. */
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellValue>;
  /** The sheet is hidden in the workbook, so its owner may not know what is in it. */
  readonly hidden?: boolean;
}

/** "C7". */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${String(row)}`;
}

const LONGEST_QUOTE = 100;

/** A text as a message repeats it: people read it, and a cell may hold a whole letter. */
export function quotable(shown: string): string {
  return shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}...` : shown;
}

/** The cell as a person reads it, single-spaced and trimmed; an empty cell is an empty text. */
export function shownText(cell: CellValue | undefined): string {
  switch (cell?.kind) {
    case undefined:
      return '';
    case 'text':
      return tidy(cell.text);
    case 'number':
      return Number.isInteger(cell.number) ? cell.number.toFixed(0) : String(cell.number);
    case 'date':
      return formatDate(cell.date);
    case 'boolean':
      return cell.boolean ? 'TRUE' : 'FALSE';
    case 'error':
      return cell.error;
  }
}

// Nearly every text is tidy already, and a sheet has hundreds of thousands. A cell of what nobody sees is blank.
function tidy(text: string): string {
  if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
  return seenText(text).normalize('NFKC').replace(/\s+/gu, ' ').trim();
}
