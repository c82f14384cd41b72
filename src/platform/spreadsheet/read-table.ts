import type { Columns, Layout } from '../../core/formats/sheet/layout.js';
import type { Problem } from '../../core/formats/sheet/problem.js';
import { openTable, type TableRow } from '../../core/formats/sheet/table-reader.js';
import { readSheetRows } from './read-sheet-rows.js';

/** Everything a file's tables hold: the rows, and all that is wrong or worth knowing. */
export interface ReadTable<Fields extends Columns> {
  readonly rows: readonly TableRow<Fields>[];
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
}

/** Reads every table of an .xlsx or .csv file by a layout. @throws DomainError when the file cannot be read. */
export async function readTable<Fields extends Columns>(
  path: string,
  layout: Layout<Fields>,
): Promise<ReadTable<Fields>> {
  const reader = openTable(layout);
  const rows: TableRow<Fields>[] = [];
  for await (const sheetRow of readSheetRows(path)) {
    const row = reader.push(sheetRow);
    if (row !== undefined) rows.push(row);
  }
  return { rows, ...reader.finish() };
}
