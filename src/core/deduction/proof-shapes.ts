import { documentProblem } from '../formats/document-problem.js';
import { DocumentReader, join } from '../shared/document-reader.js';
import type { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { refuseAny } from '../shared/refusals.js';
import { deductionKinds, type DeductionKind } from './deduction-policy.js';

/** What the number of a proof looks like: settings, because offices and banks change it without asking. */
export interface ProofShape {
  /** Of the whole number. */
  readonly pattern: RegExp;
  /** The pattern as people say it. */
  readonly words: string;
}

export type ProofShapes = Readonly<Record<DeductionKind, ProofShape>>;

/** What every proof is, whatever its pattern; the database holds the same. */
const TIDY = /^[!-`{-~]{1,60}$/;

/**
 * Reads the patterns of `config/proofs.yaml`, whose values are the texts that were written.
 *
 * @throws Refusals with every field that is missing, unknown or unreadable
 */
export function readProofShapes(document: unknown): ProofShapes {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, documentProblem);
  const fields = reader.fields(document, '', deductionKinds);
  const pph21 = readShape(reader, fields.pph21, 'pph21');
  const bpjs = readShape(reader, fields.bpjs, 'bpjs');
  refuseAny(problems);
  invariant(pph21 !== undefined && bpjs !== undefined, 'patterns without problems are whole');
  return { pph21, bpjs };
}

/** A proof as it is compared: without spaces, in capitals. */
export function tidyProof(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** Whether a tidy proof can be one of this shape. */
export function isProof({ pattern }: ProofShape, proof: string): boolean {
  return TIDY.test(proof) && pattern.test(proof);
}

function readShape(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: DeductionKind,
): ProofShape | undefined {
  if (typeof value !== 'object') {
    reader.wrong(path, value, 'isian pattern, words dan example');
    return undefined;
  }
  const fields = reader.fields(value, path, ['pattern', 'words', 'example']);
  const words = reader.text(fields.words, join(path, 'words'));
  const pattern = reader.value(fields.pattern, join(path, 'pattern'), 'pola yang dapat dibaca', readPattern);
  if (words === undefined || pattern === undefined) return undefined;
  const shape = { words, pattern };
  // A pattern that no proof meets would refuse everybody, and only on the last day of the month would it be seen.
  const expected = 'contoh yang cocok dengan polanya, paling panjang 60 huruf besar, angka atau tanda';
  reader.value(fields.example, join(path, 'example'), expected, (example) =>
    typeof example === 'string' && isProof(shape, example) ? example : undefined,
  );
  return shape;
}

function readPattern(text: unknown): RegExp | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    return new RegExp(`^(?:${text})$`, 'u');
  } catch {
    return undefined;
  }
}
