import { DocumentReader, join } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import {
  signedSteps,
  type ApprovalBand,
  type ApprovalBandSet,
  type RequiredSignature,
} from './approval-bands.js';
import { problemsIn } from '../formats/document-problem.js';
import { bandProblems } from './band-problems.js';

type Reader = DocumentReader<DomainError>;

const known = ['scope', 'appliesTo', 'name', 'legalBasis', 'validFrom', 'validTo', 'bands'] as const;

/**
 * Reads a set of approval bands (`config/approvals/*.yaml`) whose every value is the text that was written.
 *
 * @throws Refusals with every problem of the document, each with its path
 */
export function readApprovalBands(document: unknown): ApprovalBandSet {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, problemsIn('approval'));
  const fields = reader.fields(document, '', known);
  const scope = reader.text(fields.scope, 'scope');
  const appliesTo = reader.oneOf(fields.appliesTo, 'appliesTo', ['nagari', 'opd'] as const);
  const name = reader.text(fields.name, 'name');
  const legalBasis = readLegalBasis(reader, fields.legalBasis);
  const validFrom = readDay(reader, fields.validFrom, 'validFrom');
  // An open end is written out: forgetting it must not mean "for ever".
  const validTo = fields.validTo === 'null' ? null : readDay(reader, fields.validTo, 'validTo');
  const bands = reader
    .list(fields.bands, 'bands')
    .map((band, index) => readBand(reader, band, join('bands', index)));
  refuseAny(problems);
  invariant(scope !== undefined && appliesTo !== undefined && name !== undefined, 'nothing is missing');
  invariant(
    legalBasis !== undefined && validFrom !== undefined && validTo !== undefined,
    'nothing is missing',
  );
  const set = { scope, appliesTo, name, legalBasis, validFrom, validTo, bands: bands.filter(isRead) };
  refuseAny(bandProblems(set));
  return set;
}

function readLegalBasis(reader: Reader, value: unknown): ApprovalBandSet['legalBasis'] | undefined {
  const fields = reader.fields(value, 'legalBasis', ['number', 'date', 'title']);
  const number = reader.text(fields.number, 'legalBasis.number');
  const date = readDay(reader, fields.date, 'legalBasis.date');
  const title = reader.text(fields.title, 'legalBasis.title');
  return number === undefined || date === undefined || title === undefined
    ? undefined
    : { number, date, title };
}

function readBand(reader: Reader, value: unknown, path: string): ApprovalBand | undefined {
  const fields = reader.fields(value, path, ['from', 'signatures']);
  const at = join(path, 'signatures');
  const from = reader.value(fields.from, join(path, 'from'), 'rupiah dengan angka saja, tanpa titik', amount);
  const signatures = reader
    .list(fields.signatures, at)
    .map((signature, index) => readSignature(reader, signature, join(at, index)));
  return from === undefined ? undefined : { from, signatures: signatures.filter(isRead) };
}

function readSignature(reader: Reader, value: unknown, path: string): RequiredSignature | undefined {
  const fields = reader.fields(value, path, ['function', 'step', 'people']);
  const name = reader.text(fields.function, join(path, 'function'));
  const step = reader.oneOf(fields.step, join(path, 'step'), signedSteps);
  const signers = reader.value(fields.people, join(path, 'people'), 'banyaknya orang, 1 sampai 9', people);
  if (name === undefined || step === undefined || signers === undefined) return undefined;
  return { step, function: name.replace(/\s+/g, ' '), signers };
}

function readDay(reader: Reader, value: unknown, path: string): PlainDate | undefined {
  const expected =
    path === 'validTo' ? 'tanggal seperti 2026-12-31, atau null' : 'tanggal seperti 2026-01-01';
  return reader.value(value, path, expected, (text) =>
    typeof text === 'string' ? parsePlainDate(text) : undefined,
  );
}

function amount(value: unknown): bigint | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? BigInt(value) : undefined;
}

function people(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]$/.test(value) ? Number(value) : undefined;
}

function isRead<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
