import type { CellValue, SheetRow } from '../../core/formats/sheet/cell.js';
import type { SheetPart } from './xlsx-workbook.js';
import type { ZipArchive } from './zip-archive.js';

/** A column merged over rows `from` to `to`; `value` is what its first cell holds, once that row was read. */
interface MergedColumn {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  value?: CellValue;
}

/** The cells merged over several rows, by first column (people merge POSYANDU over the kader it has). */
export async function readMergedColumns(archive: ZipArchive, sheet: SheetPart): Promise<MergedColumn[]> {
  const merged: MergedColumn[] = [];
  // The list stands behind the rows, so the sheet is read twice; this pass only looks for one kind of tag.
  let rest = '';
  for await (const chunk of archive.read(sheet.part)) {
    const text = rest + chunk.toString('latin1');
    for (const [, letters = '', from = '', to = ''] of text.matchAll(MERGED_CELL)) {
      if (from !== to) merged.push({ column: numberOf(letters), from: Number(from), to: Number(to) });
    }
    rest = text.slice(text.lastIndexOf('<'));
  }
  return merged;
}

/** The row with the values of merged cells that began above it. */
export function fillDown(row: SheetRow, merged: readonly MergedColumn[]): SheetRow {
  let cells: Map<number, CellValue> | undefined;
  for (const range of merged) {
    if (range.from === row.row) {
      const value = row.cells.get(range.column);
      if (value !== undefined) range.value = value;
    } else if (range.value !== undefined && row.row > range.from && row.row <= range.to) {
      cells ??= new Map(row.cells);
      if (!cells.has(range.column)) cells.set(range.column, range.value);
    }
  }
  return cells === undefined ? row : { ...row, cells };
}

const MERGED_CELL = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g;

function numberOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
