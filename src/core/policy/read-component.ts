import type { DomainError } from '../shared/domain-error.js';
import { join, type DocumentReader } from '../shared/document-reader.js';
import type { ComponentSource, OwnFields } from './component-source.js';
import type { HonorComponent } from './honor-component.js';
import type { PolicyVocabulary } from './policy-vocabulary.js';
import { readActivityRates, readAttendance, readPerActivity, readTransport } from './read-activity-pay.js';
import { readFundingRule } from './read-funding-rule.js';
import { readByBidang, readByRole, readByTier, readFlatMonthly, readTopUp } from './read-monthly-pay.js';
import { readThirteenthMonth, readLump } from './read-lump-pay.js';

const commonFields = ['code', 'name', 'kind', 'funding'];
const monthly = ['proration', 'rounding'];
const lump = ['paidIn', 'proration', 'rounding'];

interface Kind {
  readonly fields: readonly string[];
  readonly read: (source: ComponentSource) => OwnFields | undefined;
}

const readers: Readonly<Record<HonorComponent['kind'], Kind>> = {
  'flat-monthly': { fields: ['amount', ...monthly], read: readFlatMonthly },
  'by-role': { fields: ['amounts', ...monthly], read: readByRole },
  'by-tier': { fields: ['amounts', 'withoutTier', ...monthly], read: readByTier },
  'by-bidang': { fields: ['amounts', 'unpaid', ...monthly], read: readByBidang },
  'top-up': { fields: ['total', 'of', ...monthly], read: readTopUp },
  'per-activity': { fields: ['rate', 'activityKinds', 'activityCountMax'], read: readPerActivity },
  'by-activity-kind': { fields: ['rates', 'amountMax'], read: readActivityRates },
  transport: { fields: ['rate', 'activityKinds', 'eventCountMax'], read: readTransport },
  'attendance-threshold': {
    fields: ['amount', 'activityKinds', 'threshold', 'below', 'rounding'],
    read: readAttendance,
  },
  lump: { fields: ['amount', ...lump], read: readLump },
  'thirteenth-month': { fields: ['of', ...lump], read: readThirteenthMonth },
};
const kinds = Object.keys(readers) as HonorComponent['kind'][];

/** Reads one component of a policy document; problems go to the reader, and undefined comes back. */
export function readComponent(
  reader: DocumentReader<DomainError>,
  value: unknown,
  path: string,
  vocabulary: PolicyVocabulary,
  problems: DomainError[],
): HonorComponent | undefined {
  const kind = reader.oneOf(kindOf(value), join(path, 'kind'), kinds);
  if (kind === undefined) return undefined;
  const fields = reader.fields(value, path, [...commonFields, ...readers[kind].fields]);
  const code = reader.text(fields.code, join(path, 'code'));
  const name = reader.text(fields.name, join(path, 'name'));
  const funding = readFundingRule(reader, fields.funding, join(path, 'funding'), problems);
  const own = readers[kind].read({ reader, fields, path, vocabulary });
  if (code === undefined || name === undefined || funding === undefined || own === undefined)
    return undefined;
  return { code, name, funding, ...own };
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
}
