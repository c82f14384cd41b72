import { readLegalBasis } from '../policy/read-legal-basis.js';
import { readSupersession } from '../policy/read-supersession.js';
import { problemsIn } from '../formats/document-problem.js';
import { DocumentReader } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import { deductionKinds, type DeductionPolicy } from './deduction-policy.js';
import { readContribution } from './read-contribution.js';
import { readIncomeTax } from './read-income-tax.js';

const common = ['code', 'kind', 'name', 'legalBasis', 'supersedes', 'validFrom', 'validTo', 'rule', 'dueDay'];
const own = { pph21: ['percentByGrade', 'rounding', 'bp21', 'bp21ByGrade'], bpjs: [] } as const;

/**
 * Reads a deduction policy from a document (`config/deductions/*.yaml`) whose every value is the text that
 * was written.
 *
 * @throws Refusals with every problem of the document, each with its path
 */
export function readDeductionPolicy(document: unknown): DeductionPolicy {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, problemsIn('policy', 'Berkas kebijakan potongan'));
  const kind = reader.oneOf(kindOf(document), 'kind', deductionKinds);
  if (kind === undefined) refuseAny(problems);
  invariant(kind !== undefined, 'a policy without problems has a kind');
  const fields = reader.fields(document, '', [...common, ...own[kind]]);
  const code = reader.value(fields.code, 'code', 'huruf kecil, angka dan strip', slug);
  const name = reader.text(fields.name, 'name');
  const legalBasis = readLegalBasis(reader, fields.legalBasis);
  const supersedes = readSupersession(reader, fields.supersedes, code);
  refuseClause(reader, supersedes?.retroactiveClause ?? null);
  const validFrom = reader.value(fields.validFrom, 'validFrom', 'tanggal seperti 2024-01-01', day);
  const validTo = fields.validTo === 'null' ? null : readDay(reader, fields.validTo);
  const treatment = kind === 'pph21' ? readIncomeTax(reader, fields) : readContribution(reader, fields);
  problems.push(...dateProblems(validFrom, validTo, legalBasis?.date));
  refuseAny(problems);
  invariant(code !== undefined && name !== undefined, 'a policy without problems is whole');
  invariant(legalBasis !== undefined && treatment !== undefined, 'a policy without problems is whole');
  invariant(validFrom !== undefined && validTo !== undefined, 'a policy without problems is whole');
  invariant(supersedes !== undefined, 'a policy without problems is whole');
  return { code, name, legalBasis, supersedes, validFrom, validTo, treatment };
}

/** What was withheld from a payment that was made is never worked out anew. */
function refuseClause(reader: DocumentReader<DomainError>, clause: string | null): void {
  if (clause === null) return;
  reader.wrong('supersedes.retroactiveClause', clause, 'kosong: potongan tidak berlaku surut');
}

/** An open end is written out (`validTo: null`), never left out. */
function readDay(reader: DocumentReader<DomainError>, value: unknown): PlainDate | undefined {
  return reader.value(value, 'validTo', 'tanggal seperti 2026-12-31, atau null', day);
}

function dateProblems(
  from: PlainDate | undefined,
  to: PlainDate | null | undefined,
  decreed: PlainDate | undefined,
): DomainError[] {
  const problems: DomainError[] = [];
  if (from === undefined) return problems;
  if (typeof to === 'string' && to < from) {
    problems.push(new DomainError('invalid', 'policy.dates-reversed', { from, to }));
  }
  if (decreed !== undefined && from < decreed) {
    problems.push(new DomainError('invalid', 'deduction.starts-before-law', { from, decreed }));
  }
  return problems;
}

function kindOf(document: unknown): unknown {
  return typeof document === 'object' && document !== null && 'kind' in document ? document.kind : undefined;
}

function slug(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? value : undefined;
}

function day(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}
