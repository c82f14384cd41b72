import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import { describeReason } from '../../../src/core/honor/describe-reason.js';
import { openDecember, refuseRunningMonths } from '../../../src/core/honor/running-months.js';
import { describe as wording } from '../../../src/core/messages/describe.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';
import { Refusals } from '../../../src/core/shared/refusals.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aKader, aPolicy, someRules } from '../../support/honor-facts.js';

interface CaseFile {
  'hari ini': string;
  bulan: string[];
  'desember boleh mulai': number | null;
  dasar?: string;
}

const root = 'test/golden/policy/desember';

describe('a month that is not over, golden', () => {
  it.each(readdirSync(root))('%s', (name) => {
    const file = parse(readFileSync(join(root, name, 'kasus.yaml'), 'utf8')) as CaseFile;
    const expected: unknown = parse(readFileSync(join(root, name, 'expected.yaml'), 'utf8'));
    expect(outcomeOf(file)).toEqual(expected);
  });
});

function outcomeOf({ 'hari ini': day, bulan, 'desember boleh mulai': from, dasar = '' }: CaseFile) {
  const today = plainDate(day);
  const months = bulan.map(serviceMonth);
  const rule = from === null ? null : { day: from, basis: dasar };
  const rules = someRules(aPolicy({ decemberPayableFrom: rule }));
  try {
    refuseRunningMonths(months, today);
    const { lines } = calculateRegion([aKader()], months, rules);
    const opened = openDecember(lines, rules.policies, months, today);
    const told = opened.map(({ month, reasons }) => {
      const early = reasons.filter(({ step }) => step === 'december-before-its-end');
      return [month, early.map(describeReason)] as const;
    });
    return { ditolak: [], dibayar: Object.fromEntries(told) };
  } catch (error) {
    return { ditolak: problemsIn(error).map(({ code, facts }) => wording(code, facts)), dibayar: {} };
  }
}

function problemsIn(error: unknown): readonly DomainError[] {
  if (error instanceof Refusals) return error.problems;
  if (error instanceof DomainError) return [error as DomainError];
  throw error;
}
