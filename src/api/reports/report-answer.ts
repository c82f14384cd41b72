import type { StreamableFile } from '@nestjs/common';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { paper, type PaperKind } from './paper.js';
import type { ReportAnswer } from './report.dto.js';

/** A report as data, or on paper where that is asked for. */
export async function reportAnswer(
  name: string,
  { data, sheet }: { readonly data: object; readonly sheet: () => PrintSheet },
  as: PaperKind | undefined,
): Promise<ReportAnswer | StreamableFile> {
  return as === undefined ? { data } : paper(as, name, sheet());
}
