import { paginate } from '../formats/print-page.js';
import type { PrintCell, PrintRow, PrintSheet, PrintStyle } from '../formats/print-sheet.js';
import type { ReportTable, ReportValue } from './report-table.js';

/** A line of the face in use, and what stands around it; points. */
const LINE_HEIGHT = 14;
const ROW_PADDING = 6;
/** Capitals and the cell's indent take more than the mean character. */
const WIDE = 1.2;

/** The report on paper, Folio landscape: heading, facts, table, sums and remarks. */
export function reportSheet(table: ReportTable): PrintSheet {
  const widths = table.columns.map(({ width }) => width);
  const last = widths.length;
  const top: PrintRow[] = [
    across(table.title.toUpperCase(), 'title', last, 22),
    across(table.subtitle, 'subtitle', last, 17),
    across('', 'subtitle', last, 6),
    ...table.facts.map(([label, value]) => across(`${label}: ${value}`, 'value', last, 15)),
    across('', 'subtitle', last, 6),
    rowOf(
      table.columns.map(({ title }) => title),
      widths,
      () => 'header',
    ),
  ];
  const body = table.rows.map((row) => rowOf(row, widths, styleOf));
  const tail = [
    ...(table.totals === undefined ? [] : [rowOf(table.totals, widths, totalStyleOf)]),
    ...table.remarks.map((remark) => across(remark, 'value', last, 18)),
  ];
  const repeated = top.at(-1)?.height ?? 0;
  const start = top.length + Math.max(0, body.length - 1);
  return {
    name: table.title.slice(0, 31),
    widths,
    rows: paginate([...top, ...body, ...tail], widths, { start, repeated }),
    repeatedRows: [top.length, top.length],
    footer: { left: table.title, right: table.subtitle },
  };
}

function across(value: string, style: PrintStyle, last: number, height: number): PrintRow {
  return { cells: [{ column: 1, value, style, span: last }], height };
}

/** A row of the table, high enough for the cell with most lines. */
function rowOf(
  values: readonly ReportValue[],
  widths: readonly number[],
  style: (value: ReportValue) => PrintStyle,
): PrintRow {
  const cells = values.map((value, index): PrintCell => ({
    column: index + 1,
    value: value ?? '-',
    style: style(value),
  }));
  const lines = values.map((value, index) =>
    typeof value === 'string' ? Math.max(1, Math.ceil((value.length * WIDE) / (widths[index] ?? 1))) : 1,
  );
  return { cells, height: Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING };
}

function styleOf(value: ReportValue): PrintStyle {
  if (typeof value === 'bigint') return 'money';
  return typeof value === 'number' ? 'count' : 'text';
}

function totalStyleOf(value: ReportValue): PrintStyle {
  return typeof value === 'bigint' ? 'total-money' : 'total-label';
}
