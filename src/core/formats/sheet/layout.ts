import type { CellValue } from './cell.js';
import type { Refusal } from './problem.js';
import { headingKey } from './words.js';

/** What a cell turned out to mean, or why it cannot. */
export type Reading<Value> = { readonly value: Value } | { readonly refusal: Refusal };

/** Reads a filled cell; a blank one never reaches it. */
export type CellParser<Value> = (cell: CellValue) => Reading<Value>;

/** `filled`: the column must be there and every cell filled; `blank-allowed`: neither need be. */
type Presence = 'filled' | 'blank-allowed';

/** One column of a declared sheet: the name we call it by, the other ways people head it, what it holds. */
export interface Column<Value, Need extends Presence = Presence> {
  readonly label: string;
  readonly headers: readonly string[];
  readonly need: Need;
  readonly parse: CellParser<Value>;
  /** What of a value a message may repeat; without one, everything but long numbers: people mix columns up. */
  readonly mask?: (text: string) => string;
}

/** For amounts of money, which are long and nobody's secret. */
export const asWritten = (text: string): string => text;

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** The values of a row, by field; a column that may be blank can be undefined. */
export type ValuesOf<Fields extends Columns> = {
  readonly [Field in keyof Fields]: Fields[Field] extends Column<infer Value, infer Need>
    ? 'filled' extends Need
      ? Value
      : Value | undefined
    : never;
};

/** A sheet as declared: fields, and by which words of a heading each is known. */
export interface Layout<Fields extends Columns = Columns> {
  readonly columns: Fields;
  readonly fieldByHeading: ReadonlyMap<string, string>;
  readonly filled: readonly string[];
  /** The field that says whom a row is about, so that a problem in any of its cells can name her. */
  readonly subject: string | undefined;
}

interface ColumnOptions {
  readonly headers?: readonly string[];
  readonly mask?: (text: string) => string;
}

/** A column that must be in the sheet, with every cell filled. */
export function filledColumn<Value>(
  label: string,
  parse: CellParser<Value>,
  options: ColumnOptions = {},
): Column<Value, 'filled'> {
  return { label, headers: [], ...options, parse, need: 'filled' };
}

/** A column that may be missing, or have blank cells. */
export function blankAllowedColumn<Value>(
  label: string,
  parse: CellParser<Value>,
  options: ColumnOptions = {},
): Column<Value, 'blank-allowed'> {
  return { label, headers: [], ...options, parse, need: 'blank-allowed' };
}

/** @throws when two fields claim the same heading: a mistake in the program. */
export function defineLayout<Fields extends Columns>(
  columns: Fields,
  subject?: keyof Fields & string,
): Layout<Fields> {
  const fieldByHeading = new Map<string, string>();
  for (const [field, { label, headers }] of Object.entries(columns)) {
    for (const heading of new Set([label, ...headers].map(headingKey))) {
      if (fieldByHeading.has(heading)) throw new Error(`Two fields are headed ${heading}`);
      fieldByHeading.set(heading, field);
    }
  }
  const filled = Object.keys(columns).filter((field) => columns[field]?.need === 'filled');
  return { columns, fieldByHeading, filled, subject };
}
