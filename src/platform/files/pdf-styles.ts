import type { Style } from 'pdfmake';
import type { PrintStyle } from '../../core/formats/print-sheet.js';

/** Left, top, right, bottom. */
type Border = [boolean, boolean, boolean, boolean];

/** The look of a cell on paper; sizes in points before the sheet is shrunk to its page. */
export interface PdfStyle {
  readonly style: Style & { readonly fontSize: number };
  readonly border: Border;
  readonly fill?: string;
}

const NONE: Border = [false, false, false, false];
const BOX: Border = [true, true, true, true];
const SHADE = '#E7ECEF';
// Roboto runs wider than the Times of the workbook: in the same columns it is set smaller.
const FACE = 0.86;

function plain(size: number, alignment: 'left' | 'center' | 'right', more: Style = {}): PdfStyle {
  return { style: { ...more, alignment, fontSize: size * FACE }, border: NONE };
}

function boxed(size: number, alignment: 'left' | 'center' | 'right', more: Style = {}): PdfStyle {
  return { ...plain(size, alignment, more), border: BOX };
}

const shaded = (alignment: 'center' | 'right'): PdfStyle => ({
  ...boxed(11, alignment, { bold: true }),
  fill: SHADE,
});

/** The same parts as in a workbook, in the face that comes with the PDF writer. */
export const pdfStyles: Readonly<Record<PrintStyle, PdfStyle>> = {
  letterhead: plain(14, 'center', { bold: true }),
  'letterhead-village': plain(18, 'center', { bold: true }),
  'letterhead-address': plain(11, 'center', { italics: true }),
  rule: { ...plain(2, 'center'), border: [false, false, false, true] },
  title: plain(14, 'center', { bold: true, decoration: 'underline' }),
  subtitle: plain(12, 'center'),
  label: plain(11, 'left'),
  value: plain(11, 'left'),
  header: shaded('center'),
  'column-number': boxed(9, 'center', { italics: true }),
  text: boxed(11, 'left'),
  small: boxed(9, 'left'),
  centre: boxed(11, 'center'),
  count: boxed(11, 'center'),
  money: boxed(11, 'right'),
  'sign-left': boxed(11, 'left'),
  'sign-right': boxed(11, 'center'),
  'total-label': shaded('center'),
  'total-money': shaded('right'),
  'total-empty': shaded('center'),
  terbilang: plain(11, 'left', { bold: true, italics: true }),
  signature: plain(11, 'center'),
  'signature-name': plain(11, 'center', { bold: true, decoration: 'underline' }),
};
