import type { StreamableFile } from '@nestjs/common';
import type { PrintSheet } from '../../core/formats/print-sheet.js';
import { printSheetBytes } from '../../platform/files/print-sheet-bytes.js';
import { printSheetPdf } from '../../platform/files/print-sheet-pdf.js';
import { download } from '../../web/download.js';
import { AnswersDataOr } from '../answer-schemas.js';
import type { AnswerName } from '../answer-types.js';

const papers = {
  pdf: { type: 'application/pdf', bytes: printSheetPdf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: printSheetBytes,
  },
} as const;

export const paperKinds = ['pdf', 'xlsx'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Says in the OpenAPI document that a route answers data or, where it is asked for, the same on paper. */
export function AnswersPaper<Name extends AnswerName>(name: Name) {
  const types = Object.values(papers).map(({ type }) => type);
  return AnswersDataOr<Name, StreamableFile>(name, types);
}

/** A sheet for paper. */
export async function paper(kind: PaperKind, name: string, sheet: PrintSheet): Promise<StreamableFile> {
  const { type, bytes } = papers[kind];
  return download({ type, name: `${name}.${kind}` }, await bytes(sheet));
}
