import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { CellValue, SheetRow } from '../../core/formats/sheet/cell.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { errorCode } from './error-code.js';
import { ROW_NUMBER_MAX, usualColumn } from './sheet-limits.js';
import { ArchiveTooLarge } from './zip-archive.js';

const DELIMITERS = [',', ';', '\t'] as const;
const LINES_TO_JUDGE = 20;
const CHARACTERS_TO_JUDGE = 2 ** 16;

/** A row of a sheet that people keep is far shorter; a quote that never closes makes one of the whole file. */
const ROW_CHARACTERS_MAX = 2 ** 20;

/** Streams the rows of a CSV; the sheet is called as the file. Every cell is text: a CSV knows no other kind. */
export async function* readCsvRows(path: string): AsyncGenerator<SheetRow> {
  const file = basename(path);
  const sheet = basename(path, extname(path));
  const parser = parse({
    bom: true,
    delimiter: await delimiterOf(path, file),
    max_record_size: ROW_CHARACTERS_MAX,
    relax_column_count: true,
    skip_empty_lines: false,
  });
  let row = 0;
  try {
    const records = pipeline(Readable.from(textOf(path, file)), parser, () => undefined);
    for await (const record of records as AsyncIterable<string[]>) {
      row += 1;
      if (row > ROW_NUMBER_MAX) throw new ArchiveTooLarge(`lebih dari ${String(ROW_NUMBER_MAX)} baris`);
      const cells = cellsOf(record);
      if (cells.size > 0) yield { sheet, row, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const reason = `tanda kutip tidak berpasangan, atau baris terlalu panjang, setelah baris ${String(row)}`;
    throw new DomainError('invalid', 'sheet.file-corrupt', { file, reason });
  }
}

function cellsOf(record: readonly string[]): Map<number, CellValue> {
  const cells = new Map<number, CellValue>();
  record.forEach((text, index) => {
    if (text.trim() !== '') cells.set(usualColumn(index + 1), { kind: 'text', text });
  });
  return cells;
}

async function* textOf(path: string, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoded(() => decoder.decode(chunk, { stream: true }), file);
  }
  yield decoded(() => decoder.decode(), file);
}

// A zero character tells UTF-16, which Excel calls "Unicode text".
function decoded(decode: () => string, file: string): string {
  let text = '\u0000';
  try {
    text = decode();
  } catch (error) {
    if (!errorCode(error).startsWith('ERR_ENCODING')) throw error;
  }
  if (text.includes('\u0000')) throw new DomainError('invalid', 'sheet.file-encoding', { file });
  return text;
}

// Title rows hold hardly any delimiter, so the first lines are judged together.
async function delimiterOf(path: string, file: string): Promise<string> {
  let text = '';
  for await (const piece of textOf(path, file)) {
    text += piece;
    if (text.length > CHARACTERS_TO_JUDGE || text.split('\n').length > LINES_TO_JUDGE) break;
  }
  const judged = text
    .split('\n')
    .slice(0, LINES_TO_JUDGE)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => judged.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
