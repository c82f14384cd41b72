import ExcelJS from 'exceljs';
import { buildRecipientsList } from '../../../src/core/formats/recipients-list/build-recipients-list.js';
import { printSheetBytes } from '../../../src/platform/files/print-sheet-bytes.js';
import { goldenList, listOf } from '../../support/recipients-list.js';
import { atAnotherTime } from '../../support/at-another-time.js';

async function opened(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as never);
  const [worksheet] = workbook.worksheets;
  if (worksheet === undefined) throw new Error('no sheet');
  return worksheet;
}

/** The row of column titles stands above the row of their numbers. */
function headerOf(worksheet: ExcelJS.Worksheet): number {
  return worksheet.getColumn(1).values.indexOf('1') - 1;
}

function rowStarting(worksheet: ExcelJS.Worksheet, text: string): ExcelJS.Row {
  const number = worksheet
    .getColumn(1)
    .values.findIndex((value) => typeof value === 'string' && value.startsWith(text));
  return worksheet.getRow(number);
}

describe('printSheetBytes', () => {
  it('gives the same bytes for the same list, years apart', async () => {
    const draw = () => printSheetBytes(buildRecipientsList(listOf(60)));
    const first = await atAnotherTime('2026-10-05T01:02:03Z', draw);
    const second = await atAnotherTime('2031-03-04T05:06:08Z', draw);
    expect(second.equals(first)).toBe(true);
  });

  it('holds amounts as numbers, totals as sums with their results, and text as text', async () => {
    const worksheet = await opened(await printSheetBytes(buildRecipientsList(goldenList())));
    const first = headerOf(worksheet) + 2;
    expect(worksheet.getRow(first).getCell('M').value).toBe(219_375);
    expect(worksheet.getRow(first + 1).getCell('B').value).toBe("=Siti Nur'aini, S.Pd.");
    expect(rowStarting(worksheet, 'JUMLAH').getCell('M').value).toEqual({
      formula: `SUM(M${String(first)}:M${String(first + 1)})`,
      result: 368_975,
    });
  });

  it('is set up for Folio landscape, one page wide, with its heading on every page', async () => {
    const worksheet = await opened(await printSheetBytes(buildRecipientsList(goldenList())));
    const header = headerOf(worksheet);
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 14,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(header)}:${String(header + 1)}`,
    });
    expect(worksheet.headerFooter.oddFooter).toContain('SPP 00045/SPP/2.2.02/2026');
    expect(worksheet.headerFooter.oddFooter).toContain('Halaman &P dari &N');
  });
});
