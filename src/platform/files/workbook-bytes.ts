import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { invariant } from '../../core/shared/invariant.js';

const CALIBRI = '<family val="2"/><scheme val="minor"/><sz val="11"/><name val="Calibri"/>';
const TIMES = '<family val="1"/><sz val="11"/><name val="Times New Roman"/>';

const STYLES = 'xl/styles.xml';

/** The first day a zip can name, in whatever zone: its members carry a wall clock. */
const FIRST_ZIP_DAY = new Date(1980, 0, 1);

/** A day of its own for every workbook: the real one would change the bytes. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1));

/**
 * The bytes of an XLSX workbook that `fill` writes row by row. The same rows give the same bytes, on any
 * machine and day, so that a hash sealed in the ledger can be worked out again.
 */
export async function workbookBytes(
  fill: (workbook: ExcelJS.stream.xlsx.WorkbookWriter) => void,
): Promise<Buffer> {
  // Loaded when a workbook is made: few commands make one, and every command would wait for it.
  const { default: exceljs } = await import('exceljs');
  const stream = new PassThrough();
  const whole = buffer(stream);
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
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
  return repack(unzipSync(await whole));
}

/**
 * Stored rather than deflated, because the same text deflates to other bytes under another zlib or processor,
 * and without the time of day: a sealed SHA-256 must come out the same on the auditor's machine years later.
 */
function repack(members: Record<string, Uint8Array>): Buffer {
  const faced: Zippable = { ...members, [STYLES]: withOfficeFace(members[STYLES]) };
  return Buffer.from(zipSync(faced, { level: 0, mtime: FIRST_ZIP_DAY }));
}

/**
 * Column widths are counted in characters of the workbook's own face. exceljs names Calibri, which many
 * machines replace by a wider one; Times New Roman has a double of the same width everywhere.
 */
function withOfficeFace(styles: Uint8Array | undefined): Uint8Array {
  invariant(styles !== undefined, 'a workbook has styles');
  return strToU8(strFromU8(styles).replace(CALIBRI, TIMES));
}
