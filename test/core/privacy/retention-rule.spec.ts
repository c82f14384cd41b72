import fc from 'fast-check';
import {
  checkRetentionRule,
  DAYS_OF_NOTICE,
  retentionRuleOn,
  type RetentionRule,
} from '../../../src/core/privacy/retention-rule.js';
import { addDays, plainDate, type PlainDate } from '../../../src/core/shared/plain-date.js';

const TODAY = plainDate('2026-10-05');
const REASON = 'Menurut jadwal retensi arsip';
const rule: RetentionRule = { id: 1, years: 10, validFrom: plainDate('2026-01-01'), basis: 'JRA' };

function refusalOf(years: number, from: PlainDate, rules: readonly RetentionRule[]): unknown {
  try {
    checkRetentionRule({ years, from, basis: 'JRA', reason: REASON }, rules, TODAY);
    return undefined;
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

describe('a rule that is recorded', () => {
  it.each([
    ['the first, with notice', 10, '2026-11-04', [], undefined],
    ['the first, too soon', 10, '2026-11-03', [], 'privacy.retention-soon'],
    ['a shorter one, with notice', 9, '2026-11-04', [rule], undefined],
    ['a shorter one, too soon', 9, '2026-11-03', [rule], 'privacy.retention-soon'],
    ['one as long, at once', 10, '2026-10-05', [rule], undefined],
    ['a longer one, at once', 11, '2026-10-05', [rule], undefined],
    ['of the past', 11, '2026-10-04', [rule], 'privacy.retention-past'],
    [
      'shorter than what will hold then',
      11,
      '2026-10-20',
      [rule, { ...rule, id: 2, years: 12, validFrom: plainDate('2026-10-20') }],
      'privacy.retention-soon',
    ],
  ] as const)('is accepted or refused: %s', (_, years, from, rules, refusal) => {
    expect(refusalOf(years, plainDate(from), rules)).toBe(refusal);
  });

  it('shortens nothing within the days of notice', () => {
    const day = fc.integer({ min: 0, max: 90 }).map((days) => addDays(TODAY, days));
    const some = fc.array(fc.record({ years: fc.integer({ min: 1, max: 5 }), validFrom: day }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(some, day, fc.integer({ min: 1, max: 5 }), day, (wishes, from, years, asked) => {
        const rules = wishes.map((one, index) => ({ ...one, id: index + 1, basis: 'JRA' }));
        if (refusalOf(years, from, rules) !== undefined) return;
        const after = [...rules, { id: 99, years, validFrom: from, basis: 'JRA' }];
        if (asked >= addDays(TODAY, DAYS_OF_NOTICE)) return;
        const [was, is] = [retentionRuleOn(rules, asked)?.years, retentionRuleOn(after, asked)?.years];
        expect(is ?? Infinity).toBeGreaterThanOrEqual(was ?? Infinity);
      }),
    );
  });
});
