import type { PrintSheet } from '../../core/formats/print-sheet.js';
import type { BookPlace } from './book-desk.js';

/** A book as data and as the sheet it is printed on. */
export interface DrawnBook<Data> {
  /** Where in the chain it was drawn: asked for there again, it says the same. */
  readonly position: bigint;
  /** Hash of the batch there, hex. */
  readonly hash: string;
  readonly data: Data;
  readonly sheet: PrintSheet;
}

export function drawnBook<Data>(
  { position, hash }: BookPlace,
  data: Data,
  sheet: PrintSheet,
): DrawnBook<Data> {
  return { position, hash, data, sheet };
}
