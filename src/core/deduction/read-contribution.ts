import type { DocumentReader } from '../shared/document-reader.js';
import type { DomainError } from '../shared/domain-error.js';
import { readRupiah } from '../policy/read-rupiah.js';
import { contributionPayers, type ContributionRule, type ContributionTreatment } from './deduction-policy.js';
import { readDueDay } from './read-number.js';

type Reader = DocumentReader<DomainError>;
type Fields = Readonly<Record<string, unknown>>;

/** Reads the treatment of a BPJS policy; problems go to the reader, and undefined comes back. */
export function readContribution(reader: Reader, fields: Fields): ContributionTreatment | undefined {
  const rule = readRule(reader, fields.rule);
  const dueDay = readDueDay(reader, fields.dueDay);
  return rule === undefined || dueDay === undefined ? undefined : { kind: 'bpjs', rule, dueDay };
}

function readRule(reader: Reader, value: unknown): ContributionRule | undefined {
  const given = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const kind = reader.oneOf(given, 'rule.kind', ['none', 'monthly']);
  if (kind === 'monthly') return readMonthly(reader, value);
  reader.fields(value, 'rule', ['kind']);
  return kind === undefined ? undefined : { kind };
}

function readMonthly(reader: Reader, value: unknown): ContributionRule | undefined {
  const fields = reader.fields(value, 'rule', ['kind', 'payer', 'payingBody', 'jkk', 'jkm']);
  const payer = reader.oneOf(fields.payer, 'rule.payer', contributionPayers);
  const payingBody = readPayingBody(reader, fields, payer === 'kabupaten');
  const jkk = readRupiah(reader, fields.jkk, 'rule.jkk');
  const jkm = readRupiah(reader, fields.jkm, 'rule.jkm');
  if (payer === undefined || payingBody === undefined) return undefined;
  return jkk === undefined || jkm === undefined
    ? undefined
    : { kind: 'monthly', payer, payingBody, jkk, jkm };
}

/** Only a kabupaten pays through an OPD that must be named; a nagari and a kader are who they are. */
function readPayingBody(reader: Reader, fields: Fields, isNeeded: boolean): string | null | undefined {
  if (isNeeded) return reader.text(fields.payingBody, 'rule.payingBody');
  if (fields.payingBody === undefined) return null;
  reader.wrong('rule.payingBody', fields.payingBody, 'tidak diisi, kecuali payer kabupaten');
  return undefined;
}
