import { InvalidArgumentError } from 'commander';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { describe } from '../../core/messages/describe.js';
import type { Outcome } from '../../platform/command-line/outcome.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { printSheetPdf } from '../../platform/files/print-sheet-pdf.js';
import { writeFileAtomically } from '../../platform/files/write-file-atomically.js';

/** A report as data, as lines for a terminal, and as a sheet for paper. */
export interface DrawnReport {
  readonly data: object;
  readonly lines: readonly string[];
  readonly sheet: () => PrintSheet;
}

const writers: Readonly<Record<string, (sheet: PrintSheet) => Promise<Buffer>>> = {
  '.xlsx': printSheetBytes,
  '.pdf': printSheetPdf,
};

/** Reads `--out FILE`: its ending says what is written. */
export function reportFileArgument(path: string): string {
  if (writerOf(path) !== undefined) return path;
  throw new InvalidArgumentError(describe('report.file-unknown', { file: path }));
}

/** Answers a report, and writes it where a file is named. */
export async function reportOutcome(
  { data, lines, sheet }: DrawnReport,
  path: string | undefined,
): Promise<Outcome> {
  const write = path === undefined ? undefined : writerOf(path);
  if (path === undefined || write === undefined) return { json: data, lines };
  const file = await writeFileAtomically(path, [await write(sheet())]);
  return { json: { ...data, file }, lines: [`${file.path}: sha256 ${file.sha256}`] };
}

function writerOf(path: string): ((sheet: PrintSheet) => Promise<Buffer>) | undefined {
  return writers[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ''];
}
