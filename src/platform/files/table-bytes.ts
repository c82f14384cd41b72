import { rupiahToNumber } from '../../core/shared/rupiah.js';
import { workbookBytes } from './workbook-bytes.js';

/** As wide as the longest number of a tax office. */
const WIDTH = 24;

/** A plain table as an XLSX workbook, to be copied from: text stays text, also when all of it is digits. */
export function tableBytes(
  name: string,
  rows: readonly (readonly (string | number | bigint)[])[],
): Promise<Buffer> {
  return workbookBytes((workbook) => {
    const worksheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    worksheet.columns = (rows[0] ?? []).map(() => ({ width: WIDTH }));
    rows.forEach((cells, index) => {
      const row = worksheet.getRow(index + 1);
      cells.forEach((cell, column) => {
        const target = row.getCell(column + 1);
        target.value = typeof cell === 'bigint' ? rupiahToNumber(cell) : cell;
        if (typeof cell === 'string') target.numFmt = '@';
      });
      row.commit();
    });
    worksheet.commit();
  });
}
