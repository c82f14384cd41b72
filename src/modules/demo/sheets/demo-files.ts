import { join } from 'node:path';
import { writeFileAtomically } from '../../../platform/files/write-file-atomically.js';
import { workbookBytes } from '../../../platform/files/workbook-bytes.js';
import { invariant } from '../../../core/shared/invariant.js';
import type { DemoCell, DemoSheet } from './demo-sheet.js';

/** Writes sheets as one workbook, typed as Excel would keep them. Returns the path. */
export async function writeWorkbook(
  folder: string,
  name: string,
  sheets: readonly DemoSheet[],
): Promise<string> {
  const bytes = await workbookBytes((workbook) => {
    for (const sheet of sheets) {
      const worksheet = workbook.addWorksheet(sheet.name);
      worksheet.columns = Array.from({ length: sheet.width }, () => ({ width: 24 }));
      sheet.rows.forEach((cells, index) => {
        const row = worksheet.getRow(index + 1);
        cells.forEach((cell, column) => {
          const target = row.getCell(column + 1);
          target.value = valueOf(cell);
          const format = formatOf(cell);
          if (format !== undefined) target.numFmt = format;
        });
        if (sheet.mergedRows.includes(index + 1)) worksheet.mergeCells(index + 1, 1, index + 1, sheet.width);
        row.commit();
      });
      worksheet.commit();
    }
  });
  return (await writeFileAtomically(join(folder, `${name}.xlsx`), [bytes])).path;
}

/** Writes a sheet as Excel in Indonesian saves a CSV: parted by semicolons, with a BOM. Returns the path. */
export async function writeCsv(folder: string, name: string, sheet: DemoSheet): Promise<string> {
  const lines = sheet.rows.map((cells) => {
    const texts = Array.from({ length: sheet.width }, (_, column) => textOf(cells[column] ?? null));
    return `${texts.join(';')}\r\n`;
  });
  return (await writeFileAtomically(join(folder, `${name}.csv`), ['\uFEFF', ...lines])).path;
}

function valueOf(cell: DemoCell): string | number | Date | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'date' in cell ? new Date(`${cell.date}T00:00:00Z`) : cell.number;
}

function formatOf(cell: DemoCell): string | undefined {
  if (typeof cell !== 'object' || cell === null) return undefined;
  return 'date' in cell ? 'dd/mm/yyyy' : cell.format;
}

function textOf(cell: DemoCell): string {
  if (cell === null) return '';
  invariant(typeof cell !== 'object', 'a CSV holds text and plain numbers only');
  const text = String(cell);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
