import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';

/** A cell as a golden case writes it: text, a number, or a number with its format, a date, a formula, an error. */
type JsonCell =
  | string
  | number
  | null
  | { number: number; format: string }
  | { date: string }
  | { formula: string; result: string | number }
  | { error: '#REF!' | '#N/A' };

interface JsonSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly merged?: readonly string[];
  readonly rows: readonly (readonly JsonCell[])[];
}

/** Writes the workbook that a readable JSON file describes. */
export async function writeWorkbookFromJson(jsonPath: string, xlsxPath: string): Promise<void> {
  const sheets = JSON.parse(await readFile(jsonPath, 'utf8')) as readonly JsonSheet[];
  const workbook = new ExcelJS.Workbook();
  for (const { name, hidden, merged, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden === true ? 'hidden' : 'visible' });
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        if (cell !== null) fill(sheet.getCell(row + 1, column + 1), cell);
      });
    });
    for (const range of merged ?? []) sheet.mergeCells(range);
  }
  await workbook.xlsx.writeFile(xlsxPath);
}

function fill(target: ExcelJS.Cell, cell: NonNullable<JsonCell>): void {
  if (typeof cell !== 'object') target.value = cell;
  else if ('number' in cell) {
    target.value = cell.number;
    target.numFmt = cell.format;
  } else if ('date' in cell) {
    target.value = new Date(`${cell.date}T00:00:00Z`);
    target.numFmt = 'dd/mm/yyyy';
  } else target.value = cell;
}
