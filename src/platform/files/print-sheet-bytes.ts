import type ExcelJS from 'exceljs';
import { folioLandscape } from '../../core/formats/print-page.js';
import type { PrintCell, PrintRow, PrintSheet, SumFormula } from '../../core/formats/print-sheet.js';
import { rupiahToNumber } from '../../core/shared/rupiah.js';
import { printStyles } from './print-styles.js';
import { workbookBytes } from './workbook-bytes.js';

/** The number of 8.5 x 13 inch paper. */
const FOLIO = 14;

/** A printable sheet as an XLSX workbook: Folio landscape, as wide as the page, the heading on every page. */
export function printSheetBytes(sheet: PrintSheet): Promise<Buffer> {
  return workbookBytes((workbook) => {
    const worksheet = workbook.addWorksheet(sheet.name, {
      pageSetup: pageSetupOf(sheet),
      headerFooter: { oddFooter: footerOf(sheet) },
      views: [{ state: 'frozen', ySplit: sheet.repeatedRows[1], showGridLines: false }],
    });
    worksheet.columns = sheet.widths.map((width) => ({ width }));
    let number = 0;
    for (const row of sheet.rows) writeRow(worksheet, row, (number += 1));
    worksheet.commit();
  });
}

function pageSetupOf({ repeatedRows }: PrintSheet): Partial<ExcelJS.PageSetup> {
  const setup: Partial<ExcelJS.PageSetup> = {
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: folioLandscape.margins,
    printTitlesRow: repeatedRows.join(':'),
  };
  // exceljs passes any paper on, but its list of names lacks this one.
  return Object.assign(setup, { paperSize: FOLIO });
}

function footerOf({ footer }: PrintSheet): string {
  return `&L&9${plain(footer.left)}&C&9Halaman &P dari &N&R&9${plain(footer.right)}`;
}

/** `&` begins a command in a footer, and digits after a size would lengthen it. */
function plain(text: string): string {
  return ` ${text.replace(/&/g, '&&')}`;
}

function writeRow(
  worksheet: ExcelJS.Worksheet,
  { cells, height, closesPage }: PrintRow,
  number: number,
): void {
  const row = worksheet.getRow(number);
  row.height = height;
  for (const cell of cells) writeCell(worksheet, row.getCell(cell.column), cell, number);
  if (closesPage === true) row.addPageBreak();
  row.commit();
}

function writeCell(
  worksheet: ExcelJS.Worksheet,
  target: ExcelJS.Cell,
  cell: PrintCell,
  number: number,
): void {
  target.value = cellValue(cell.value, worksheet);
  target.style = printStyles[cell.style];
  const span = cell.span ?? 1;
  if (span > 1) worksheet.mergeCells(number, cell.column, number, cell.column + span - 1);
}

function cellValue(value: PrintCell['value'], worksheet: ExcelJS.Worksheet): ExcelJS.CellValue {
  if (typeof value === 'bigint') return rupiahToNumber(value);
  return typeof value === 'object' ? sumOf(value, worksheet) : value;
}

function sumOf({ sumOf: { column, fromRow, toRow }, result }: SumFormula, worksheet: ExcelJS.Worksheet) {
  const { letter } = worksheet.getColumn(column);
  return {
    formula: `SUM(${letter}${String(fromRow)}:${letter}${String(toRow)})`,
    result: rupiahToNumber(result),
  };
}
