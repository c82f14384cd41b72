import { DocumentReader } from '../shared/document-reader.js';
import { DomainError } from '../shared/domain-error.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import { problemsIn } from '../formats/document-problem.js';
import type { Ceiling } from './request-under-control.js';

const known = ['kind', 'scope', 'component', 'limit', 'unit', 'activity', 'from', 'to', 'basis'] as const;

/**
 * Reads a list of limits: standard prices (`kind: rate`, rupiah a month
 * unless `unit: activity` says by the activity, of one kind where `activity` names it) and heads in a DPA (`kind: headcount`).
 * Values are the texts that were written.
 *
 * @throws Refusals with every problem, each with its path
 */
export function readCeilings(document: unknown): Ceiling[] {
  const problems: DomainError[] = [];
  const reader = new DocumentReader(problems, problemsIn('control'));
  const fields = reader.fields(document, '', ['ceilings']);
  const read = reader
    .list(fields.ceilings, 'ceilings')
    .map((ceiling, index) => readCeiling(reader, ceiling, `ceilings[${String(index)}]`, problems));
  refuseAny(problems);
  return read.filter((ceiling) => ceiling !== undefined);
}

function readCeiling(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
  problems: DomainError[],
): Ceiling | undefined {
  const fields = reader.fields(value, path, known);
  const at = (name: (typeof known)[number]) => `${path}.${name}`;
  const kind = reader.oneOf(fields.kind, at('kind'), ['rate', 'headcount'] as const);
  const read = {
    kind,
    scope: reader.text(fields.scope, at('scope')),
    component: kind === 'rate' ? reader.text(fields.component, at('component')) : null,
    limit: reader.value(fields.limit, at('limit'), 'bilangan bulat tanpa titik', whole),
    ...readUnit(reader, fields, path),
    from: reader.value(fields.from, at('from'), 'tanggal seperti 2026-01-01', day),
    // An open end is written out: forgetting it must not mean "for ever".
    to:
      fields.to === 'null'
        ? null
        : reader.value(fields.to, at('to'), 'tanggal seperti 2026-12-31, atau null', day),
    basis: reader.text(fields.basis, at('basis')),
  };
  if (!isWhole(read)) return undefined;
  problems.push(...reversed(path, read));
  return read;
}

/** A price is of a month unless it says otherwise; heads are of nothing else, and only an activity has a kind. */
function readUnit(
  reader: DocumentReader<DomainError>,
  { kind, unit: written, activity }: Readonly<Record<string, unknown>>,
  path: string,
) {
  const misplaced = {
    ...(kind !== 'rate' && { unit: written }),
    ...(written !== 'activity' && { activity }),
  };
  reader.fields(
    Object.fromEntries(Object.entries(misplaced).filter(([, value]) => value !== undefined)),
    path,
    [],
  );
  const units = ['month', 'activity'] as const;
  const unit = written === undefined ? 'month' : reader.oneOf(written, `${path}.unit`, units);
  const isOfKind = unit === 'activity' && activity !== undefined;
  return { unit, activity: isOfKind ? reader.text(activity, `${path}.activity`) : null };
}

type Readings = { readonly [Field in keyof Ceiling]: Ceiling[Field] | undefined };

function isWhole(read: Readings): read is Ceiling {
  return Object.values(read).every((value) => value !== undefined);
}

function reversed(path: string, { from, to }: Ceiling): DomainError[] {
  if (to === null || from <= to) return [];
  return [new DomainError('invalid', 'control.ceiling-dates-reversed', { path, from, to })];
}

function whole(value: unknown): bigint | undefined {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? BigInt(value) : undefined;
}

function day(value: unknown): PlainDate | undefined {
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}
