import { problemsIn } from '../formats/document-problem.js';
import { DomainError } from '../shared/domain-error.js';
import { DocumentReader } from '../shared/document-reader.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import { invariant } from '../shared/invariant.js';
import { checkReferences } from './check-references.js';
import type { HonorComponent } from './honor-component.js';
import { changesWithinMonth, type ChangeWithinMonth, type HonorPolicy } from './honor-policy.js';
import type { LegalBasis } from './legal-basis.js';
import type { PolicyVocabulary } from './policy-vocabulary.js';
import { readComponent } from './read-component.js';
import { readLegalBasis } from './read-legal-basis.js';
import { readDecember } from './read-december.js';
import { policyCode, readScope } from './read-scope.js';
import { readSupersession } from './read-supersession.js';
import type { Supersession } from './supersession.js';

/**
 * Reads an honor policy from a document (`config/policies/*.yaml`) whose every value is the text that was
 * written: what a YAML parser makes of `75.000` or `13.10` is a number that nobody wrote.
 *
 * @throws Refusals with every problem of the document, each with its path
 */
export function readPolicy(document: unknown, vocabulary: PolicyVocabulary): HonorPolicy {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, problemsIn('policy', 'Berkas kebijakan'));
  const fields = reader.fields(document, '', knownFields);
  // A file that is no list of fields has one problem, not one for every field it lacks.
  if (Object.keys(fields).length === 0) refuseAny(problems);
  const code = reader.value(fields.code, 'code', 'huruf kecil, angka dan strip', policyCode);
  const name = reader.text(fields.name, 'name');
  const { scope, opd, topsUp } = readScope(reader, fields, vocabulary);
  const legalBasis = readLegalBasis(reader, fields.legalBasis);
  const supersedes = readSupersession(reader, fields.supersedes, code);
  const validFrom = reader.value(fields.validFrom, 'validFrom', 'tanggal seperti 2026-01-01', day);
  const validTo = readEnd(reader, fields.validTo);
  const changeWithinMonth = readChange(reader, fields.changeWithinMonth);
  const decemberPayableFrom = readDecember(reader, fields.decemberPayableFrom);
  const components = readComponents(reader, fields.components, vocabulary, problems);
  problems.push(
    ...repeatedComponents(components),
    ...datesProblems({ validFrom, validTo, supersedes, legalBasis }),
  );
  // A reference to a component that could not be read is no problem of its own.
  if (problems.length === 0) problems.push(...checkReferences(components, topsUp ?? null));
  refuseAny(problems);
  const dates = { validFrom, validTo, changeWithinMonth, decemberPayableFrom };
  const whole = { code, name, scope, opd, topsUp, legalBasis, supersedes, ...dates, components };
  invariant(isWhole(whole), 'a policy without problems is whole');
  return whole;
}

const knownFields = [
  'code',
  'name',
  'scope',
  'opd',
  'topsUp',
  'legalBasis',
  'supersedes',
  'validFrom',
  'validTo',
  'changeWithinMonth',
  'decemberPayableFrom',
  'components',
];

type Unread<Whole> = { readonly [Field in keyof Whole]: Whole[Field] | undefined };

function isWhole(policy: Unread<HonorPolicy>): policy is HonorPolicy {
  return Object.values(policy).every((value) => value !== undefined);
}

function readComponents(
  reader: DocumentReader<DomainError>,
  value: unknown,
  vocabulary: PolicyVocabulary,
  problems: DomainError[],
): HonorComponent[] {
  return reader
    .list(value, 'components')
    .map((component, index) =>
      readComponent(reader, component, `components[${String(index)}]`, vocabulary, problems),
    )
    .filter((component) => component !== undefined);
}

/** An open end is written out (`validTo: null`), never left out: forgetting it must not mean "for ever". */
function readEnd(reader: DocumentReader<DomainError>, value: unknown): PlainDate | null {
  if (value === 'null') return null;
  return reader.value(value, 'validTo', 'tanggal seperti 2026-12-31, atau null', day) ?? null;
}

function readChange(reader: DocumentReader<DomainError>, value: unknown): ChangeWithinMonth | null {
  if (value === undefined) return null;
  return reader.value(value, 'changeWithinMonth', changesWithinMonth.join(' atau '), changeOf) ?? null;
}

function changeOf(value: unknown): ChangeWithinMonth | undefined {
  return changesWithinMonth.find((change) => change === value);
}

function repeatedComponents(components: readonly HonorComponent[]): DomainError[] {
  const codes = components.map((component) => component.code);
  const repeated = codes.filter((code, index) => codes.indexOf(code) !== index);
  return repeated.map((component) => new DomainError('invalid', 'policy.component-twice', { component }));
}

interface ReadDates {
  readonly validFrom: PlainDate | undefined;
  readonly validTo: PlainDate | null;
  readonly supersedes: Supersession | null | undefined;
  readonly legalBasis: LegalBasis | undefined;
}

/** Control C1: a decree pays nothing for the time before it was made, save it says so of days that had another. */
function datesProblems({ validFrom: from, validTo: to, supersedes, legalBasis }: ReadDates): DomainError[] {
  const problems: DomainError[] = [];
  if (from !== undefined && to !== null && to < from) {
    problems.push(new DomainError('invalid', 'policy.dates-reversed', { from, to }));
  }
  const reachesBack = supersedes?.retroactiveClause != null;
  if (from !== undefined && legalBasis !== undefined && from < legalBasis.date && !reachesBack) {
    const facts = { from, decreed: legalBasis.date };
    problems.push(new DomainError('invalid', 'policy.starts-before-decree', facts));
  }
  return problems;
}

function day(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}
