import type ExcelJS from 'exceljs';
import type { PrintStyle } from '../../core/formats/print-sheet.js';

type Style = Partial<ExcelJS.Style>;

/** Indonesian separators wherever the reader honours a format's own language. */
const RUPIAH = '[$-421]#,##0';

const THIN = { style: 'thin' } as const;
const HAIR = { style: 'hair' } as const;
const BOX = { top: THIN, bottom: THIN, left: THIN, right: THIN };
const LINE = { top: HAIR, bottom: HAIR, left: THIN, right: THIN };
const SHADE = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7ECEF' } } as const;

function font(size: number, more: Partial<ExcelJS.Font> = {}): Partial<ExcelJS.Font> {
  return { name: 'Times New Roman', family: 1, size, ...more };
}

function placed(horizontal: 'left' | 'center' | 'right', more: Partial<ExcelJS.Alignment> = {}) {
  return { horizontal, vertical: 'middle', ...more } as const;
}

function listCell(horizontal: 'left' | 'center' | 'right', more: Style = {}): Style {
  const indent = horizontal === 'center' ? 0 : 1;
  return { font: font(11), border: LINE, alignment: placed(horizontal, { wrapText: true, indent }), ...more };
}

const centred = (size: number, more: Partial<ExcelJS.Font> = {}): Style => ({
  font: font(size, more),
  alignment: placed('center'),
});

const total = (horizontal: 'center' | 'right'): Style => ({
  font: font(11, { bold: true }),
  border: BOX,
  fill: SHADE,
  alignment: placed(horizontal, { indent: horizontal === 'right' ? 1 : 0 }),
});

/** The look of each part of a printed document: Times New Roman, as offices here use. */
export const printStyles: Readonly<Record<PrintStyle, Style>> = {
  letterhead: centred(14, { bold: true }),
  'letterhead-village': centred(18, { bold: true }),
  'letterhead-address': centred(11, { italic: true }),
  rule: { border: { bottom: { style: 'double' } } },
  title: centred(14, { bold: true, underline: true }),
  subtitle: centred(12),
  label: { font: font(11), alignment: placed('left') },
  value: { font: font(11), alignment: placed('left') },
  header: {
    font: font(11, { bold: true }),
    border: BOX,
    fill: SHADE,
    alignment: placed('center', { wrapText: true }),
  },
  'column-number': { font: font(9, { italic: true }), border: BOX, alignment: placed('center') },
  text: listCell('left'),
  small: listCell('left', { font: font(9) }),
  centre: listCell('center'),
  count: listCell('center', { numFmt: '0' }),
  money: listCell('right', { numFmt: RUPIAH, alignment: placed('right', { indent: 1 }) }),
  'sign-left': listCell('left', { alignment: { horizontal: 'left', vertical: 'bottom', indent: 1 } }),
  'sign-right': listCell('left', { alignment: { horizontal: 'left', vertical: 'bottom', indent: 6 } }),
  'total-label': total('center'),
  'total-money': { ...total('right'), numFmt: RUPIAH },
  'total-empty': total('center'),
  terbilang: { font: font(11, { bold: true, italic: true }), alignment: placed('left') },
  signature: centred(11),
  'signature-name': centred(11, { bold: true, underline: true }),
};
