import { InvalidArgumentError } from 'commander';
import { printLines } from '../../core/formats/print-lines.js';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { describe } from '../../core/messages/describe.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';
import type { DrawnBook } from './drawn-book.js';

const writers: Readonly<Record<string, (sheet: PrintSheet) => Promise<Buffer>>> = {
  '.xlsx': printSheetBytes,
  // Loaded when it is wanted: every other command starts a fifth of a second earlier without it.
  '.pdf': async (sheet) => (await import('../../platform/files/print-sheet-pdf.js')).printSheetPdf(sheet),
};

/** Reads `--out FILE`: its ending says what is written. */
export function fileArgument(path: string): string {
  if (writerOf(path) !== undefined) return path;
  throw new InvalidArgumentError(describe('book.file-unknown', { file: path }));
}

/** Answers a book, and writes it to paper where a file is named. The same book gives the same bytes. */
export async function bookOutcome(
  name: string,
  { position, hash, data, sheet }: DrawnBook<object>,
  path: string | undefined,
): Promise<Outcome> {
  const stamp = { book: name, position, hash };
  const at = `Buku besar posisi ${String(position)}, sidik jari ${hash}`;
  const write = path === undefined ? undefined : writerOf(path);
  if (path === undefined || write === undefined) {
    return { json: { ...stamp, ...data }, lines: [...printLines(sheet), at] };
  }
  const file = await writeFileAtomically(path, [await write(sheet)]);
  return { json: { ...stamp, file, ...data }, lines: [`${file.path}: sha256 ${file.sha256}`, at] };
}

function writerOf(path: string): ((sheet: PrintSheet) => Promise<Buffer>) | undefined {
  return writers[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''];
}
