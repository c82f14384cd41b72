import { basename } from 'node:path';
import type { SheetRow } from '../../core/formats/sheet/cell.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { readCsvRows } from './csv-rows.js';
import { errorCode } from './error-code.js';
import { spreadsheetKind } from './file-kind.js';
import { readXlsxRows } from './xlsx-rows.js';
import { readWorkbook } from './xlsx-workbook.js';
import { usualRows } from './sheet-limits.js';
import { ArchiveFault, ArchiveTooLarge, ZipArchive } from './zip-archive.js';

/**
 * Streams every filled row of an .xlsx or .csv file, sheet by sheet in the order of the tabs.
 * @throws a refusal saying what to do for any other file: .xls, locked, with macros, cut, not UTF-8, too large.
 */
export async function* readSheetRows(path: string): AsyncGenerator<SheetRow> {
  const kind = await spreadsheetKind(path);
  const file = basename(path);
  try {
    yield* usualRows(kind === 'csv' ? readCsvRows(path) : readXlsx(path));
  } catch (error) {
    if (!(error instanceof ArchiveTooLarge)) throw error;
    throw new DomainError('invalid', 'sheet.file-too-large', { file, reason: error.message });
  }
}

async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  const file = basename(path);
  let archive: ZipArchive | undefined;
  try {
    archive = await ZipArchive.open(path);
    if (archive.isEncrypted) throw new DomainError('invalid', 'sheet.file-encrypted', { file });
    refuseWhatActs(archive.names, file);
    if (!archive.names.includes('[Content_Types].xml')) {
      throw new DomainError('invalid', 'sheet.file-kind', { file });
    }
    const workbook = await readWorkbook(archive);
    if (workbook.date1904) throw new DomainError('invalid', 'sheet.file-date-1904', { file });
    for (const sheet of workbook.sheets) yield* readXlsxRows(archive, workbook, sheet);
  } catch (error) {
    if (error instanceof ArchiveTooLarge || !isFaultOfTheFile(error)) throw error;
    const reason = error instanceof ArchiveFault ? error.message : 'isinya tidak terbaca';
    throw new DomainError('invalid', 'sheet.file-corrupt', { file, reason });
  } finally {
    archive?.close();
  }
}

// Programs of Excel, old and new; what is fetched from elsewhere or started when somebody clicks.
const MACROS = /vbaproject\.bin$|(?:^|\/)(?:macrosheets|dialogsheets)\//i;
const FROM_ELSEWHERE =
  /(?:^|\/)(?:externallinks|embeddings|activex|querytables)\/|(?:^|\/)connections\.xml$/i;

function refuseWhatActs(names: readonly string[], file: string): void {
  if (names.some((name) => MACROS.test(name))) throw new DomainError('invalid', 'sheet.file-macro', { file });
  const part = names.find((name) => FROM_ELSEWHERE.test(name));
  if (part !== undefined) throw new DomainError('invalid', 'sheet.file-linked', { file });
}

// The UTF-8 decoder's error carries a code; the XML parser throws "line:column: what is wrong".
function isFaultOfTheFile(error: unknown): boolean {
  if (error instanceof ArchiveFault || errorCode(error).startsWith('ERR_ENCODING')) return true;
  return error instanceof Error && /^\d+:\d+: /.test(error.message);
}
