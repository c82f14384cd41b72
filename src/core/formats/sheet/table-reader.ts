import { cellAddress, quotable, shownText, type CellValue, type SheetRow } from './cell.js';
import { numbersItsColumns, readHeader, type Header } from './header.js';
import { saysSomething } from '../../shared/seen-text.js';
import { maskLongNumbers } from '../mask-long-numbers.js';
import { shownFacts } from '../../messages/shown-refusal.js';
import type { Columns, Layout, ValuesOf } from './layout.js';
import { parseText } from './parse-text.js';
import { ProblemList } from './problem-list.js';
import { refusal, sheetProblem, type Problem, type Refusal } from './problem.js';
import { isSignature, isTotal } from './table-end.js';

/** A row of a table that was read. */
export interface TableRow<Fields extends Columns> {
  readonly sheet: string;
  readonly row: number;
  /** The row of the header that it stands under. */
  readonly headerRow: number;
  /** The lines above the header, as they stand there. */
  readonly titles: readonly string[];
  /** What could be read, even where the rest of the row is broken. */
  readonly found: Partial<ValuesOf<Fields>>;
  /** The whole row; undefined when any cell of it is a problem. */
  readonly values: ValuesOf<Fields> | undefined;
  /** Whether the sheet has the column at all. */
  hasColumn(field: keyof Fields & string): boolean;
  /** A problem of this row at one of its fields, with the cell, its column and its (masked) value. */
  problemAt(field: keyof Fields & string, refused: Refusal): Problem;
}

/** Reads the tables of a workbook row by row: push every row, then finish. */
export interface TableReader<Fields extends Columns> {
  /** The row of the table, or undefined for a title, header, total, signature or blank row. */
  push(row: SheetRow): TableRow<Fields> | undefined;
  finish(): { readonly problems: readonly Problem[]; readonly notes: readonly Problem[] };
}

// What stands above a table is a few short lines; a letter with a table somewhere below is not kept.
const TITLES_MAX = 100;
const LONGEST_TITLE = 500;

interface SheetState {
  readonly name: string;
  header: Header | undefined;
  titles: string[];
  closed: boolean;
  rowsRead: number;
}

/** Opens a reader for one workbook. Problems of all rows are collected; none stops the reading. */
export function openTable<Fields extends Columns>(layout: Layout<Fields>): TableReader<Fields> {
  const problems = new ProblemList();
  const notes = new ProblemList();
  let sheet: SheetState | undefined;
  let rowsRead = 0;

  const leaveSheet = (): void => {
    if (sheet === undefined) return;
    rowsRead += sheet.rowsRead;
    if (sheet.header === undefined && sheet.titles.length > 0) {
      problems.add(sheetProblem(sheet.name, 'sheet.header-missing', { columns: labels(layout).join(', ') }));
    }
  };

  return {
    push(row) {
      if (sheet?.name !== row.sheet) {
        leaveSheet();
        sheet = { name: row.sheet, header: undefined, titles: [], closed: false, rowsRead: 0 };
        if (row.hidden === true) notes.add(sheetProblem(row.sheet, 'sheet.hidden-not-read', {}));
      }
      if (row.hidden === true || isBlank(row)) return undefined;
      const header = readHeader(layout, row);
      if (header !== undefined) {
        enterTable(sheet, header, problems, notes);
        return undefined;
      }
      if (sheet.header === undefined) {
        if (sheet.titles.length < TITLES_MAX) sheet.titles.push(lineOf(row).slice(0, LONGEST_TITLE));
        return undefined;
      }
      return readDataRow(layout, sheet, sheet.header, row, problems);
    },
    finish() {
      leaveSheet();
      sheet = undefined;
      if (rowsRead === 0 && problems.isEmpty) problems.add(sheetProblem('', 'sheet.no-rows', {}));
      return { problems: problems.all(), notes: notes.all() };
    },
  };
}

function enterTable(sheet: SheetState, header: Header, problems: ProblemList, notes: ProblemList): void {
  const repeats = sheet.header !== undefined && sameColumns(sheet.header, header);
  sheet.header = header;
  sheet.closed = false;
  if (repeats) return;
  problems.add(...header.problems);
  if (header.ignored.length > 0) {
    notes.add(sheetProblem(sheet.name, 'sheet.columns-ignored', { columns: header.ignored.join(', ') }));
  }
}

function sameColumns(one: Header, other: Header): boolean {
  return (
    one.columnOf.size === other.columnOf.size &&
    [...one.columnOf].every(([field, column]) => other.columnOf.get(field) === column)
  );
}

// A table whose header is wrong is not read: its rows would only repeat the header's problem.
function readDataRow<Fields extends Columns>(
  layout: Layout<Fields>,
  sheet: SheetState,
  header: Header,
  row: SheetRow,
  problems: ProblemList,
): TableRow<Fields> | undefined {
  if (!isData(layout, sheet, header, row)) return undefined;
  sheet.rowsRead += 1;
  if (header.problems.length > 0) return undefined;
  const cellOf = (field: string): CellValue | undefined => row.cells.get(header.columnOf.get(field) ?? 0);
  const problemAt = (field: string, refused: Refusal): Problem => {
    const column = header.columnOf.get(field);
    const shown = shownText(cellOf(field));
    const mask = layout.columns[field]?.mask ?? maskLongNumbers;
    return {
      sheet: row.sheet,
      cell: column === undefined ? `${String(row.row)}:${String(row.row)}` : cellAddress(column, row.row),
      column: layout.columns[field]?.label ?? field,
      value: shown === '' ? '' : quotable(mask(shown)),
      person:
        layout.subject === undefined ? '' : quotable(maskLongNumbers(shownText(cellOf(layout.subject)))),
      code: refused.code,
      facts: shownFacts(refused.facts),
    };
  };
  const found: Record<string, unknown> = {};
  let whole = true;
  for (const field of Object.keys(layout.columns)) {
    const reading = readCell(layout, field, cellOf(field));
    if ('value' in reading) found[field] = reading.value;
    else {
      whole = false;
      problems.add(problemAt(field, reading.refusal));
    }
  }
  const values = found as ValuesOf<Fields>;
  const hasColumn = (field: string): boolean => header.columnOf.has(field);
  const place = { sheet: row.sheet, row: row.row, headerRow: header.row, titles: sheet.titles };
  return { ...place, found: values, values: whole ? values : undefined, hasColumn, problemAt };
}

function readCell(
  layout: Layout,
  field: string,
  cell: CellValue | undefined,
): { value: unknown } | { refusal: Refusal } {
  const column = layout.columns[field];
  if (column !== undefined && cell !== undefined && !isBlankFor(column, cell)) {
    return cell.kind === 'error'
      ? { refusal: refusal('sheet.cell-error', { error: quotable(cell.error) }) }
      : column.parse(cell);
  }
  return column?.need === 'filled' ? { refusal: refusal('sheet.cell-blank', {}) } : { value: undefined };
}

// A dash stands for nothing: where words are compulsory it is none.
function isBlankFor({ need, parse }: Columns[string], cell: CellValue): boolean {
  const shown = shownText(cell);
  return shown === '' || (need === 'filled' && parse === parseText && !saysSomething(shown));
}

// Below a total or a signature only a row that fills most needed columns is data again (a subtotal in the
// middle); above it every row that is not blank is data, so that a half-filled row is reported, not lost.
function isData(layout: Layout, sheet: SheetState, header: Header, row: SheetRow): boolean {
  if (numbersItsColumns(row)) return false;
  const filled = [...header.columnOf].flatMap(([field, column]) => {
    const cell = row.cells.get(column);
    return cell === undefined || shownText(cell) === '' ? [] : [{ field, cell }];
  });
  const needed = filled.filter(({ field }) => layout.filled.includes(field)).map(({ cell }) => cell);
  const hardlyFilled = needed.length * 2 <= layout.filled.length;
  if (isTotal(row, hardlyFilled) || (hardlyFilled && isSignature(row, needed))) sheet.closed = true;
  else if (!hardlyFilled) sheet.closed = false;
  return !sheet.closed && filled.length > 0;
}

function isBlank(row: SheetRow): boolean {
  return [...row.cells.values()].every((cell) => shownText(cell) === '');
}

function lineOf(row: SheetRow): string {
  const texts = [...row.cells.values()].map(shownText);
  return texts.filter((text, index) => text !== '' && text !== texts[index - 1]).join(' ');
}

function labels(layout: Layout): string[] {
  return layout.filled.map((field) => layout.columns[field]?.label ?? field);
}
