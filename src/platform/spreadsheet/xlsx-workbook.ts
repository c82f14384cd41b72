import { posix } from 'node:path';
import { cellText } from './sheet-limits.js';
import { attribute, readWholeXml } from './xml-elements.js';
import { ArchiveFault, ArchiveTooLarge, type ZipArchive } from './zip-archive.js';

/** A sheet of a workbook, in the order of its tabs. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

/** What the rows of every sheet need: shared texts, number formats, and the sheets themselves. */
export interface Workbook {
  readonly sheets: readonly SheetPart[];
  readonly sharedTexts: readonly string[];
  /** The number format code of each cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

// Every part but the sheets' rows is kept in memory; those of a large kabupaten are hundreds of times smaller.
const SMALL_PART_MAX = 2 ** 24;
const TEXTS_PART_MAX = 2 ** 26;
// Excel lets a tab have 31 characters; other programs a few more.
const LONGEST_SHEET_NAME = 255;
const SHEETS_MAX = 300;

/** Reads everything but the sheets' rows; parts are found by relation, as the standard says, not by name. */
export async function readWorkbook(archive: ZipArchive): Promise<Workbook> {
  const root = await relations(archive, '');
  const path = root.find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined) throw new ArchiveFault('tanpa buku kerja');
  const parts = await relations(archive, path);
  const partOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.target;
  const targets = new Map(parts.map(({ id, target }) => [id, target]));
  const { sheets, date1904 } = await readSheetList(archive, path, targets);
  return {
    sheets,
    date1904,
    sharedTexts: await readSharedTexts(archive, partOf('sharedStrings')),
    formats: await readFormats(archive, partOf('styles')),
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function relations(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const found: Relation[] = [];
  await readWholeXml(
    archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`), SMALL_PART_MAX),
    {
      open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
        if (name !== 'Relationship') return;
        // A target is relative to its part's folder, or absolute ("/xl/worksheets/sheet1.xml", as openpyxl writes).
        found.push({
          id,
          type: posix.basename(type),
          target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
        });
      },
    },
  );
  return found;
}

async function readSheetList(
  archive: ZipArchive,
  path: string,
  targets: ReadonlyMap<string, string>,
): Promise<Pick<Workbook, 'sheets' | 'date1904'>> {
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readWholeXml(archive.read(path, SMALL_PART_MAX), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name === 'sheet') sheets.push(sheetOf(attributes, targets));
      if (sheets.length > SHEETS_MAX) throw new ArchiveTooLarge(`lebih dari ${String(SHEETS_MAX)} lembar`);
    },
  });
  return { sheets, date1904 };
}

function sheetOf(
  attributes: Readonly<Record<string, string>>,
  targets: ReadonlyMap<string, string>,
): SheetPart {
  const { name = '', state = 'visible' } = attributes;
  const part = targets.get(attribute(attributes, 'id') ?? '');
  if (part === undefined) throw new ArchiveFault('lembar tanpa isi');
  if (name.length > LONGEST_SHEET_NAME) throw new ArchiveFault('nama lembar');
  return { name, hidden: state !== 'visible', part };
}

async function readSharedTexts(archive: ZipArchive, part: string | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let [text, collecting, phonetic] = ['', false, false];
  await readWholeXml(archive.read(part, TEXTS_PART_MAX), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      collecting = name === 't' && !phonetic;
    },
    text: (piece) => {
      if (collecting) text = cellText(text + piece);
    },
    close: (name) => {
      if (name === 't') collecting = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

async function readFormats(archive: ZipArchive, part: string | undefined): Promise<string[]> {
  const formats: string[] = [];
  if (part === undefined) return formats;
  const codes = new Map(BUILT_IN_FORMATS);
  let inCellStyles = false;
  await readWholeXml(archive.read(part, SMALL_PART_MAX), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCellStyles = true;
      if (name === 'xf' && inCellStyles) formats.push(codes.get(Number(attributes.numFmtId)) ?? 'General');
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return formats;
}

// ECMA-376 part 1, 18.8.30: formats every reader knows by number. Those that show no day are left out of the
// dates (18 to 21 and 45 to 47 are times); 27 to 36 and 50 to 58 are dates in some East Asian locales.
const DATE_FORMAT_NUMBERS = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const BUILT_IN_FORMATS: readonly (readonly [number, string])[] = [
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [18, 'h:mm AM/PM'],
  [20, 'h:mm'],
  [48, '##0.0E+0'],
  [49, '@'],
  ...DATE_FORMAT_NUMBERS.map((number) => [number, 'dd/mm/yyyy'] as const),
];
