import type { Rupiah } from '../shared/rupiah.js';

/** How a cell looks, by its part in the document; the writer knows fonts and borders. */
export type PrintStyle =
  | 'letterhead'
  | 'letterhead-village'
  | 'letterhead-address'
  | 'rule'
  | 'title'
  | 'subtitle'
  | 'label'
  | 'value'
  | 'header'
  | 'column-number'
  | 'text'
  | 'small'
  | 'centre'
  | 'count'
  | 'money'
  | 'sign-left'
  | 'sign-right'
  | 'total-label'
  | 'total-money'
  | 'total-empty'
  | 'terbilang'
  | 'signature'
  | 'signature-name';

/** A sum the sheet works out itself, with the result a reader that does not calculate shows. */
export interface SumFormula {
  readonly sumOf: { readonly column: number; readonly fromRow: number; readonly toRow: number };
  readonly result: Rupiah;
}

/** Text is always written as text, whatever it begins with: never as a formula. */
export interface PrintCell {
  /** Column number, 1 is A. */
  readonly column: number;
  readonly value: string | number | Rupiah | SumFormula;
  readonly style: PrintStyle;
  /** Columns this cell covers; 1 when left out. */
  readonly span?: number;
}

export interface PrintRow {
  readonly cells: readonly PrintCell[];
  /** Points. */
  readonly height: number;
  /** The next row starts a new printed page. */
  readonly closesPage?: boolean;
}

/** One sheet meant for paper, as plain data: what stands where, and how the page is set up. */
export interface PrintSheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly rows: Iterable<PrintRow>;
  /** First and last row repeated at the top of each printed page. */
  readonly repeatedRows: readonly [number, number];
  readonly footer: { readonly left: string; readonly right: string };
}
