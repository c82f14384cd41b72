import { join, type DocumentReader } from '../shared/document-reader.js';
import type { DomainError } from '../shared/domain-error.js';
import { readRupiah } from '../policy/read-rupiah.js';
import type { IncomeTaxRule, IncomeTaxTreatment, TaxBracket } from './deduction-policy.js';
import { readSlipTerms, type SlipTerms } from './bp21/slip-terms.js';
import { isGrade } from './grade.js';
import { readDueDay, readPercent } from './read-number.js';

type Reader = DocumentReader<DomainError>;
type Fields = Readonly<Record<string, unknown>>;

const fieldsOfRule = {
  none: [],
  progressive: ['basePercent', 'brackets', 'surchargePercentWithoutNpwp'],
  'by-npwp': ['percentWithNpwp', 'percentWithoutNpwp'],
  'by-grade': [],
} as const satisfies Record<IncomeTaxRule['kind'], readonly string[]>;
const ruleKinds = Object.keys(fieldsOfRule) as IncomeTaxRule['kind'][];

/** Reads the treatment of a PPh 21 policy; problems go to the reader, and undefined comes back. */
export function readIncomeTax(reader: Reader, fields: Fields): IncomeTaxTreatment | undefined {
  const rule = readRule(reader, fields.rule);
  const percentByGrade = fields.percentByGrade === 'null' ? null : readGrades(reader, fields.percentByGrade);
  const rounding = reader.oneOf(fields.rounding, 'rounding', ['down']);
  const dueDay = readDueDay(reader, fields.dueDay);
  if (rule?.kind === 'by-grade' && percentByGrade === null) {
    reader.wrong('percentByGrade', 'null', 'tarif menurut golongan, karena rule.kind by-grade');
  }
  const slips = readSlips(reader, fields);
  if (rule === undefined || percentByGrade === undefined || slips === undefined) return undefined;
  return rounding === undefined || dueDay === undefined
    ? undefined
    : { kind: 'pph21', rule, percentByGrade, dueDay, ...slips };
}

function readRule(reader: Reader, value: unknown): IncomeTaxRule | undefined {
  const given = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const kind = reader.oneOf(given, 'rule.kind', ruleKinds);
  if (kind === undefined) return undefined;
  const fields = reader.fields(value, 'rule', ['kind', ...fieldsOfRule[kind]]);
  switch (kind) {
    case 'none':
    case 'by-grade':
      return { kind };
    case 'progressive':
      return readProgressive(reader, fields);
    case 'by-npwp':
      return readByNpwp(reader, fields);
  }
}

function readProgressive(reader: Reader, fields: Fields): IncomeTaxRule | undefined {
  const basePercent = readPercent(reader, fields.basePercent, 'rule.basePercent');
  const path = 'rule.surchargePercentWithoutNpwp';
  const surcharge = readPercent(reader, fields.surchargePercentWithoutNpwp, path);
  const brackets = readBrackets(reader, fields.brackets);
  if (basePercent === undefined || surcharge === undefined || brackets === undefined) return undefined;
  return { kind: 'progressive', basePercent, brackets, surchargePercentWithoutNpwp: surcharge };
}

function readByNpwp(reader: Reader, fields: Fields): IncomeTaxRule | undefined {
  const percentWithNpwp = readPercent(reader, fields.percentWithNpwp, 'rule.percentWithNpwp');
  const percentWithoutNpwp = readPercent(reader, fields.percentWithoutNpwp, 'rule.percentWithoutNpwp');
  if (percentWithNpwp === undefined || percentWithoutNpwp === undefined) return undefined;
  return { kind: 'by-npwp', percentWithNpwp, percentWithoutNpwp };
}

/** Brackets rise, and only the last is without end: no rupiah of the base may lie in none of them. */
function readBrackets(reader: Reader, value: unknown): TaxBracket[] | undefined {
  const path = 'rule.brackets';
  const list = reader.list(value, path);
  const brackets = list.map((item, index) => readBracket(reader, item, join(path, index)));
  const whole = brackets.filter((bracket) => bracket !== undefined);
  if (whole.length === 0 || whole.length < brackets.length) return undefined;
  const ends = whole.map(({ upTo }) => upTo);
  const rising = ends.slice(0, -1).every((end, index) => {
    const next = ends[index + 1];
    return end !== null && (next === null || next === undefined || end < next);
  });
  if (rising && ends.at(-1) === null) return whole;
  reader.wrong(path, value, 'lapisan yang batasnya naik, dan hanya lapisan terakhir upTo: null');
  return undefined;
}

function readBracket(reader: Reader, value: unknown, path: string): TaxBracket | undefined {
  const fields = reader.fields(value, path, ['upTo', 'percent']);
  const upTo = fields.upTo === 'null' ? null : readRupiah(reader, fields.upTo, join(path, 'upTo'));
  const percent = readPercent(reader, fields.percent, join(path, 'percent'));
  return upTo === undefined || percent === undefined ? undefined : { upTo, percent };
}

function readGrades(reader: Reader, value: unknown): ReadonlyMap<string, number> | undefined {
  const expected = 'tarif menurut golongan, misalnya III: 5, atau null';
  return readByGrade(reader, value, { path: 'percentByGrade', expected }, readPercent);
}

/** A policy may be written before anybody knows its codes: what is left out is missed when a slip is filled in. */
function readSlips(
  reader: Reader,
  { bp21, bp21ByGrade }: Fields,
): Pick<IncomeTaxTreatment, 'slip' | 'slipByGrade'> | undefined {
  const expected = 'isian bukti potong menurut golongan, misalnya III: { taxObject: ..., ... }';
  const slip = bp21 === undefined ? null : readSlipTerms(reader, bp21, 'bp21');
  const slipByGrade =
    bp21ByGrade === undefined
      ? new Map<string, SlipTerms>()
      : readByGrade(reader, bp21ByGrade, { path: 'bp21ByGrade', expected }, readSlipTerms);
  return slip === undefined || slipByGrade === undefined ? undefined : { slip, slipByGrade };
}

function readByGrade<Value>(
  reader: Reader,
  value: unknown,
  { path, expected }: { readonly path: string; readonly expected: string },
  readOne: (reader: Reader, value: unknown, path: string) => Value | undefined,
): ReadonlyMap<string, Value> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    reader.wrong(path, value, expected);
    return undefined;
  }
  const grades = new Map<string, Value>();
  for (const [grade, written] of Object.entries(value)) {
    if (!isGrade(grade)) reader.wrong(join(path, grade), grade, 'golongan berhuruf besar, misalnya III');
    const read = readOne(reader, written, join(path, grade));
    if (read !== undefined) grades.set(grade, read);
  }
  return grades;
}
