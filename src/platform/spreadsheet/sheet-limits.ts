import type { CellValue, SheetRow } from '../../core/formats/sheet/cell.js';
import { ArchiveTooLarge } from './zip-archive.js';

/** As many as Excel knows. */
export const ROW_NUMBER_MAX = 1_048_576;

/** As many characters as Excel lets a cell have. */
const CELL_TEXT_MAX = 32_767;

const COLUMNS_MAX = 512;
const ROWS_MAX = 100_000;
const CHARACTERS_MAX = 2 ** 26;

/** The column, when sheets that people keep are as wide. @throws ArchiveTooLarge */
export function usualColumn(column: number): number {
  // Not a number is not usual either.
  if (column >= 1 && column <= COLUMNS_MAX) return column;
  throw new ArchiveTooLarge(`lebih dari ${String(COLUMNS_MAX)} kolom`);
}

/** A text that still fits a cell. @throws ArchiveTooLarge */
export function cellText(text: string): string {
  if (text.length <= CELL_TEXT_MAX) return text;
  throw new ArchiveTooLarge(`sel lebih dari ${String(CELL_TEXT_MAX)} huruf`);
}

/**
 * The rows, as long as they are no more than a sheet that people keep can have: one text may stand in every cell,
 * so the length of a file says little about what reading it costs.
 *
 * @throws ArchiveTooLarge
 */
export async function* usualRows(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
  let [count, characters] = [0, 0];
  for await (const row of rows) {
    count += 1;
    for (const cell of row.cells.values()) characters += lengthOf(cell);
    if (count > ROWS_MAX) throw new ArchiveTooLarge(`lebih dari ${String(ROWS_MAX)} baris`);
    if (characters > CHARACTERS_MAX) throw new ArchiveTooLarge(`lebih dari ${String(CHARACTERS_MAX)} huruf`);
    yield row;
  }
}

function lengthOf(cell: CellValue): number {
  if (cell.kind === 'text') return cell.text.length;
  return cell.kind === 'error' ? cell.error.length : 1;
}
