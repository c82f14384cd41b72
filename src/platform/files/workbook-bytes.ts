import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { packStoredZip, type ZipMember } from './stored-zip.js';
import { unpackZip } from './unpack-zip.js';

const CALIBRI = '<family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/>';
const TIMES = '<family val="1"/><sz val="11"/><name val="Times New Roman"/>';

/** A day of its own for every workbook: the real one would change the bytes. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1));

/**
 * The bytes of an XLSX workbook that `fill` writes row by row. The same rows give the same bytes, on any
 * machine and day, so that a hash sealed in the ledger can be worked out again.
 */
export async function workbookBytes(
  fill: (workbook: ExcelJS.stream.xlsx.WorkbookWriter) => void,
): Promise<Buffer> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    zip: { zlib: { level: 1 } },
  });
  workbook.creator = 'Honor Kader';
  workbook.lastModifiedBy = 'Honor Kader';
  workbook.created = NO_TIME;
  workbook.modified = NO_TIME;
  fill(workbook);
  await workbook.commit();
  return packStoredZip(unpackZip(await whole).map(withOfficeFace));
}

/**
 * Column widths are counted in characters of the workbook's own face. exceljs names Calibri, which many
 * machines replace by a wider one; Times New Roman has a double of the same width everywhere.
 */
function withOfficeFace(member: ZipMember): ZipMember {
  if (member.name !== 'xl/styles.xml') return member;
  const styles = member.content.toString().replace(CALIBRI, TIMES);
  return { ...member, content: Buffer.from(styles) };
}
