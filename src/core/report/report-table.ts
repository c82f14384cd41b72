import { formatRupiah, type Rupiah } from '../shared/rupiah.js';

/** What a cell holds: bigint is money; null is shown as a dash. */
export type ReportValue = string | number | Rupiah | null;

interface ReportColumn {
  readonly title: string;
  /** Characters on paper. */
  readonly width: number;
}

/** A report as one table, for paper and terminal alike. */
export interface ReportTable {
  /** Also the name of the sheet, which takes 31 characters. */
  readonly title: string;
  readonly subtitle: string;
  /** Label and value, above the table. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportValue[])[];
  /** A cell a column; undefined for a table without sums. */
  readonly totals?: readonly ReportValue[];
  /** Sentences below the table. */
  readonly remarks: readonly string[];
}

/** The report for a terminal: columns as wide as what they hold, figures to the right. */
export function tableLines({
  title,
  subtitle,
  facts,
  columns,
  rows,
  totals,
  remarks,
}: ReportTable): string[] {
  const body = [...rows, ...(totals === undefined ? [] : [totals])].map((row) => row.map(shown));
  const widths = columns.map((column, index) =>
    Math.max(column.title.length, ...body.map((row) => row[index]?.length ?? 0)),
  );
  const isFigure = columns.map((_, index) => rows.some((row) => isNumeric(row[index] ?? null)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const width = widths[index] ?? 0;
        return isFigure[index] === true ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const sums = totals === undefined ? [] : body.slice(-1);
  return [
    `${title}, ${subtitle}`,
    ...facts.map(([label, value]) => `${label}: ${value}`),
    '',
    line(columns.map((column) => column.title)),
    rule,
    ...body.slice(0, rows.length).map(line),
    ...(sums.length === 0 ? [] : [rule, ...sums.map(line)]),
    ...(remarks.length === 0 ? [] : ['', ...remarks]),
  ];
}

function shown(value: ReportValue): string {
  if (value === null) return '-';
  return typeof value === 'bigint' ? formatRupiah(value) : String(value);
}

function isNumeric(value: ReportValue): boolean {
  return typeof value === 'bigint' || typeof value === 'number';
}
