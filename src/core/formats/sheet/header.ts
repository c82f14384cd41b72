import { cellAddress, quotable, shownText, type SheetRow } from './cell.js';
import type { Columns, Layout } from './layout.js';
import { refusal, type Problem, type Refusal } from './problem.js';
import { headingKey, headingKeyOutsideBrackets } from './words.js';

/** The header row of a table: which column holds which field, and what is wrong with it. */
export interface Header {
  readonly row: number;
  readonly columnOf: ReadonlyMap<string, number>;
  /** Headings nobody knows; their columns are not read. */
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
}

const ROW_NUMBER_HEADINGS = new Set(['NO', 'NOURUT', 'NOMOR', 'NOMORURUT', 'URUT']);

/** Reads a row as a header; undefined when it does not look like one (too few known headings). */
export function readHeader<Fields extends Columns>(
  layout: Layout<Fields>,
  row: SheetRow,
): Header | undefined {
  const columnsOf = new Map<string, number[]>();
  const ignored: string[] = [];
  for (const [column, cell] of row.cells) {
    const shown = shownText(cell);
    const field = cell.kind === 'text' ? fieldOf(layout, shown) : undefined;
    if (field !== undefined) columnsOf.set(field, [...(columnsOf.get(field) ?? []), column]);
    else if (shown !== '' && !ROW_NUMBER_HEADINGS.has(headingKey(shown))) ignored.push(quotable(shown));
  }
  if (columnsOf.size < headingsToRecognise(layout)) return undefined;
  const columnOf = new Map([...columnsOf].map(([field, columns]) => [field, columns[0] ?? 0]));
  return { row: row.row, columnOf, ignored, problems: headerProblems(layout, row, columnsOf, ignored) };
}

/** True for the row of column numbers (1, 2, 3, ...) that many forms print under the header. */
export function numbersItsColumns(row: SheetRow): boolean {
  const numbers = [...row.cells.values()].map((cell) => shownText(cell).replace(/^\((\d+)\)$/, '$1'));
  const first = Number(numbers[0]);
  return numbers.length >= 3 && numbers.every((number, index) => number === String(first + index));
}

function fieldOf(layout: Layout, heading: string): string | undefined {
  if (DIGIT_OUTSIDE_BRACKETS.test(heading)) return undefined;
  return (
    layout.fieldByHeading.get(headingKey(heading)) ??
    layout.fieldByHeading.get(headingKeyOutsideBrackets(heading))
  );
}

// No heading has one, and most cells of a data row have: every row is looked at, as a header may be repeated.
const DIGIT_OUTSIDE_BRACKETS = /^[^([]*\d/;

// A title such as "NAGARI | SITIUNG" holds a known heading too, so one or two are not enough for a wide sheet.
function headingsToRecognise(layout: Layout): number {
  return Math.min(3, Math.max(2, layout.filled.length));
}

function headerProblems(
  layout: Layout,
  row: SheetRow,
  columnsOf: ReadonlyMap<string, readonly number[]>,
  ignored: readonly string[],
): Problem[] {
  const labelOf = (field: string): string => layout.columns[field]?.label ?? field;
  const at = (columns: readonly number[]): string => columns.map((c) => cellAddress(c, row.row)).join(', ');
  const problem = (field: string, cell: string, { code, facts }: Refusal): Problem => {
    return { sheet: row.sheet, cell, column: labelOf(field), value: '', code, facts };
  };
  const twice = [...columnsOf]
    .filter(([, columns]) => columns.length > 1)
    .map(([field, columns]) => {
      const facts = { column: labelOf(field), cells: at(columns) };
      return problem(field, cellAddress(columns[1] ?? 0, row.row), refusal('sheet.column-twice', facts));
    });
  const found = [...[...columnsOf.keys()].map(labelOf), ...ignored].join(', ');
  const missing = layout.filled
    .filter((field) => !columnsOf.has(field))
    .map((field) => {
      const facts = { column: labelOf(field), row: row.row, found };
      return problem(field, '', refusal('sheet.column-missing', facts));
    });
  return [...twice, ...missing];
}
