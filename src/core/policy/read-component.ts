import { DomainError } from '../shared/domain-error.js';
import { join, type DocumentReader } from '../shared/document-reader.js';
import { roundings } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';
import { prorations, type HonorComponent } from './honor-policy.js';
import { readFundingRule } from './read-funding-rule.js';
import type { PolicyVocabulary } from './policy-vocabulary.js';
import { readRupiah } from './read-rupiah.js';

type Reader = DocumentReader<DomainError>;

const commonFields = ['code', 'name', 'kind', 'funding'];
const fieldsOfKind = {
  'flat-monthly': ['amount', 'proration', 'rounding'],
  'by-role': ['amounts', 'proration', 'rounding'],
  'per-activity': ['rate', 'activityKinds', 'activityCountMax'],
} as const satisfies Record<HonorComponent['kind'], readonly string[]>;
const kinds = Object.keys(fieldsOfKind) as HonorComponent['kind'][];

/** Reads one component of a policy document; problems go to the reader, and undefined comes back. */
export function readComponent(
  reader: Reader,
  value: unknown,
  path: string,
  vocabulary: PolicyVocabulary,
  problems: DomainError[],
): HonorComponent | undefined {
  const kind = reader.oneOf(kindOf(value), join(path, 'kind'), kinds);
  if (kind === undefined) return undefined;
  const fields = reader.fields(value, path, [...commonFields, ...fieldsOfKind[kind]]);
  const code = reader.text(fields.code, join(path, 'code'));
  const name = reader.text(fields.name, join(path, 'name'));
  const funding = readFundingRule(reader, fields.funding, join(path, 'funding'), problems);
  const own = readOwnFields(kind, { reader, fields, path, vocabulary });
  if (code === undefined || name === undefined || funding === undefined || own === undefined)
    return undefined;
  return { code, name, funding, ...own };
}

interface ComponentSource {
  readonly reader: Reader;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly vocabulary: PolicyVocabulary;
}

type WithoutCommon<Component> = Component extends HonorComponent
  ? Omit<Component, 'code' | 'name' | 'funding'>
  : never;

function readOwnFields(
  kind: HonorComponent['kind'],
  source: ComponentSource,
): WithoutCommon<HonorComponent> | undefined {
  switch (kind) {
    case 'flat-monthly':
      return readFlatMonthly(source);
    case 'by-role':
      return readByRole(source);
    case 'per-activity':
      return readPerActivity(source);
  }
}

function readFlatMonthly(source: ComponentSource): WithoutCommon<HonorComponent> | undefined {
  const amount = readRupiah(source.reader, source.fields.amount, join(source.path, 'amount'));
  const partial = readPartialMonth(source);
  return amount === undefined || partial === undefined
    ? undefined
    : { kind: 'flat-monthly', amount, ...partial };
}

function readByRole(source: ComponentSource): WithoutCommon<HonorComponent> | undefined {
  const { reader, fields, vocabulary } = source;
  const path = join(source.path, 'amounts');
  const amounts = new Map<string, Rupiah>();
  for (const [role, value] of Object.entries(reader.fields(fields.amounts, path, vocabulary.roles))) {
    const amount = readRupiah(reader, value, join(path, role));
    if (amount !== undefined) amounts.set(role, amount);
  }
  if (amounts.size === 0) reader.wrong(path, fields.amounts, 'tarif setidaknya satu jabatan');
  const partial = readPartialMonth(source);
  return partial === undefined ? undefined : { kind: 'by-role', amounts, ...partial };
}

function readPerActivity(source: ComponentSource): WithoutCommon<HonorComponent> | undefined {
  const { reader, fields, path } = source;
  const rate = readRupiah(reader, fields.rate, join(path, 'rate'));
  const activityKinds = readActivityKinds(source);
  const countPath = join(path, 'activityCountMax');
  const activityCountMax = reader.value(
    fields.activityCountMax,
    countPath,
    'bilangan bulat positif',
    readCount,
  );
  if (rate === undefined || activityCountMax === undefined) return undefined;
  return { kind: 'per-activity', rate, activityKinds, activityCountMax };
}

/** A kind named twice would be counted twice, and paid twice. */
function readActivityKinds({ reader, fields, path, vocabulary }: ComponentSource): readonly string[] {
  const kinds = new Set<string>();
  for (const [index, value] of reader.list(fields.activityKinds, join(path, 'activityKinds')).entries()) {
    const at = join(join(path, 'activityKinds'), index);
    const kind = reader.oneOf(value, at, vocabulary.activityKinds);
    if (kind !== undefined && kinds.has(kind)) reader.wrong(at, kind, 'jenis yang belum disebut');
    if (kind !== undefined) kinds.add(kind);
  }
  return [...kinds];
}

function readPartialMonth({ reader, fields, path }: ComponentSource) {
  const proration = reader.oneOf(fields.proration, join(path, 'proration'), prorations);
  const rounding = reader.oneOf(fields.rounding, join(path, 'rounding'), roundings);
  return proration === undefined || rounding === undefined ? undefined : { proration, rounding };
}

function readCount(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined;
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
