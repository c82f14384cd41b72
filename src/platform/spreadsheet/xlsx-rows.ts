import type { CellValue, SheetRow } from '../../core/formats/sheet/cell.js';
import { dateOfSerial } from '../../core/formats/sheet/parse-date.js';
import { parsePlainDate } from '../../core/shared/plain-date.js';
import { MergedCells, readMergedColumns } from './xlsx-merged-cells.js';
import { cellText, ROW_NUMBER_MAX, usualColumn } from './sheet-limits.js';
import type { SheetPart, Workbook } from './xlsx-workbook.js';
import { readXml, type XmlHandler } from './xml-elements.js';
import { ArchiveFault, type ZipArchive } from './zip-archive.js';

/** Streams the rows of one sheet. A cell merged over several rows stands in each of them. */
export async function* readXlsxRows(
  archive: ZipArchive,
  workbook: Workbook,
  sheet: SheetPart,
): AsyncGenerator<SheetRow> {
  const merged = new MergedCells(await readMergedColumns(archive, sheet));
  const collector = new RowCollector(workbook, sheet);
  const takeRows = (): SheetRow[] => collector.rows.splice(0);
  for await (const rows of readXml(archive.read(sheet.part), collector.handler, takeRows)) {
    for (const row of rows) yield merged.fillDown(row);
  }
}

class RowCollector {
  readonly rows: SheetRow[] = [];
  private row = 0;
  private column = 0;
  private cells = new Map<number, CellValue>();
  private attributes: Readonly<Record<string, string>> = {};
  private text = '';
  private collecting = false;
  private phonetic = false;
  private formula = false;

  readonly handler: XmlHandler = {
    open: (name, attributes) => {
      this.open(name, attributes);
    },
    text: (piece) => {
      if (this.collecting) this.text = cellText(this.text + piece);
    },
    close: (name) => {
      this.close(name);
    },
  };

  constructor(
    private readonly workbook: Workbook,
    private readonly sheet: SheetPart,
  ) {}

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row': // row numbers and cell addresses may be left out: then each is the one after the last
        this.row = attributes.r === undefined ? this.row + 1 : rowNumber(attributes.r);
        this.column = 0;
        this.cells = new Map();
        break;
      case 'c':
        this.column = attributes.r === undefined ? this.column + 1 : columnOf(attributes.r);
        this.attributes = attributes;
        this.text = '';
        this.formula = false;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'v':
      case 't':
        this.collecting = !this.phonetic;
        break;
    }
  }

  private close(name: string): void {
    if (name === 'v' || name === 't') this.collecting = false;
    if (name === 'rPh') this.phonetic = false;
    if (name === 'c') {
      const value = this.value();
      if (value !== undefined) this.cells.set(usualColumn(this.column), value);
    }
    if (name === 'row' && this.cells.size > 0) {
      const { name: sheet, hidden } = this.sheet;
      this.rows.push({ sheet, row: this.row, cells: this.cells, ...(hidden ? { hidden } : {}) });
    }
  }

  private value(): CellValue | undefined {
    if (this.text === '') return this.emptyValue();
    switch (this.attributes.t ?? 'n') {
      case 's':
        return this.sharedText(Number(this.text));
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: this.text };
      case 'b':
        return { kind: 'boolean', boolean: this.text === '1' };
      case 'd':
        return this.isoDate();
      case 'n':
        return this.numberOrDate(Number(this.text));
      default:
        return { kind: 'error', error: this.text };
    }
  }

  // A formula that was never calculated has no stored result; its value is unknown, not blank.
  private emptyValue(): CellValue | undefined {
    const unknown = this.formula && this.attributes.t !== 'str';
    return unknown ? { kind: 'error', error: '(rumus tanpa hasil)' } : undefined;
  }

  private sharedText(index: number): CellValue | undefined {
    const text = this.workbook.sharedTexts[index];
    if (text === undefined) return { kind: 'error', error: `(teks ${String(index)} tidak ada)` };
    return text === '' ? undefined : { kind: 'text', text };
  }

  private isoDate(): CellValue {
    const date = parsePlainDate(this.text.slice(0, 10));
    return date === undefined ? { kind: 'error', error: this.text } : { kind: 'date', date };
  }

  private numberOrDate(number: number): CellValue {
    if (Number.isNaN(number)) return { kind: 'error', error: this.text };
    const format = this.workbook.formats[Number(this.attributes.s ?? '0')] ?? 'General';
    const date = showsDay(format) ? dateOfSerial(number) : undefined;
    return date === undefined ? { kind: 'number', number, format } : { kind: 'date', date };
  }
}

/** True for a number format that shows a calendar day or year: colours, conditions and quoted words aside. */
function showsDay(format: string): boolean {
  return /[dy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\.|_.|General/gi, ''));
}

function rowNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= ROW_NUMBER_MAX) return number;
  throw new ArchiveFault('nomor baris tidak wajar');
}

function columnOf(address: string): number {
  let column = 0;
  for (const letter of address) {
    const digit = letter.toUpperCase().charCodeAt(0) - 64;
    if (digit < 1 || digit > 26) break;
    column = column * 26 + digit;
  }
  return column;
}
