import type { CellValue, SheetRow } from '../../core/formats/sheet/cell.js';
import { usualColumn } from './sheet-limits.js';
import type { SheetPart } from './xlsx-workbook.js';
import { ArchiveFault, ArchiveTooLarge, type ZipArchive } from './zip-archive.js';

/** A column merged over rows `from` to `to`; `value` is what its first cell holds, once that row was read. */
interface MergedColumn {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly value?: CellValue;
}

const MERGED_MAX = 100_000;
const LONGEST_TAG = 2 ** 20;

/** The cells merged over several rows, by first column (people merge POSYANDU over the kader it has). */
export async function readMergedColumns(archive: ZipArchive, sheet: SheetPart): Promise<MergedColumn[]> {
  const merged: MergedColumn[] = [];
  // The list stands behind the rows, so the sheet is read twice; this pass only looks for one kind of tag.
  let rest = '';
  for await (const chunk of archive.read(sheet.part)) {
    const text = rest + chunk.toString('latin1');
    for (const [, letters = '', from = '', to = ''] of text.matchAll(MERGED_CELL)) {
      if (merged.length > MERGED_MAX) throw new ArchiveTooLarge('sel gabungan');
      const column = usualColumn(numberOf(letters));
      if (from !== to) merged.push({ column, from: Number(from), to: Number(to) });
    }
    const begun = text.lastIndexOf('<');
    rest = begun < 0 ? '' : text.slice(begun);
    if (rest.length > LONGEST_TAG) throw new ArchiveFault('isinya tidak wajar');
  }
  return merged;
}

/** Gives each row, in the order of the sheet, the values of merged cells that began above it. */
export class MergedCells {
  private readonly waiting: MergedColumn[];
  // By column: merged cells never lie over one another.
  private readonly open = new Map<number, MergedColumn>();

  constructor(merged: readonly MergedColumn[]) {
    this.waiting = [...merged].sort((one, other) => other.from - one.from);
  }

  fillDown(row: SheetRow): SheetRow {
    const cells = new Map(row.cells);
    for (const { column, to, value } of this.open.values()) {
      if (to < row.row) this.open.delete(column);
      else if (value !== undefined && !cells.has(column)) cells.set(column, value);
    }
    for (let next = this.waiting.at(-1); next && next.from <= row.row; next = this.waiting.at(-1)) {
      this.waiting.pop();
      const value = next.from === row.row ? row.cells.get(next.column) : undefined;
      if (value !== undefined) this.open.set(next.column, { ...next, value });
    }
    return cells.size === row.cells.size ? row : { ...row, cells };
  }
}

const MERGED_CELL = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g;

function numberOf(letters: string): number {
  return Array.from(letters).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
