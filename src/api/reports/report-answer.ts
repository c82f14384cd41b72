import type { StreamableFile } from '@nestjs/common';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { paper, type PaperKind } from './paper.js';

/** A report as data, or on paper where that is asked for. */
export async function reportAnswer<Data extends object>(
  name: string,
  { data, sheet }: { readonly data: Data; readonly sheet: () => PrintSheet },
  as: PaperKind | undefined,
): Promise<{ readonly data: Data } | StreamableFile> {
  return as === undefined ? { data } : paper(as, name, sheet());
}
