import type { PlainDate } from '../../../core/shared/plain-date.js';

/** A cell as somebody typed it; a number can hide what it was by its format. */
export type DemoCell =
  | string
  | number
  | null
  | { readonly date: PlainDate }
  | { readonly number: number; readonly format: string };

/** A sheet as somebody made it, row by row. */
export interface DemoSheet {
  readonly name: string;
  readonly rows: readonly (readonly DemoCell[])[];
  /** Rows (from 1) whose first cell is merged over the width of the table. */
  readonly mergedRows: readonly number[];
  readonly width: number;
}

/** A table with its sheet, and on which row its first line stands. */
export interface PlacedSheet {
  readonly sheet: DemoSheet;
  readonly firstRow: number;
}
