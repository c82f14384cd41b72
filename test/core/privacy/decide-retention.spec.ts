import fc from 'fast-check';
import {
  decideRetention,
  type KeptReason,
  type RetentionFacts,
} from '../../../src/core/privacy/decide-retention.js';
import { retentionRuleOn, type RetentionRule } from '../../../src/core/privacy/retention-rule.js';
import { addDays, plainDate, type PlainDate } from '../../../src/core/shared/plain-date.js';

const rule: RetentionRule = { id: 1, years: 10, validFrom: plainDate('2026-01-01'), basis: 'JRA' };
const OVER: RetentionFacts = {
  ...{ lastOn: plainDate('2026-09-30'), appointedUntil: plainDate('2026-08-31') },
  ...{ owed: 0n, overpaid: 0n, openRequests: 0, openLogins: 0 },
};
const LAST_DAY = plainDate('2036-12-31');
const THE_DAY = plainDate('2037-01-01');

const day: fc.Arbitrary<PlainDate> = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => addDays(plainDate('2000-01-01'), days));
const count = fc.constantFrom(0, 0, 1, 3);
const amount = count.map(BigInt);
const knownFacts = fc.record({
  ...{ lastOn: fc.option(day), appointedUntil: fc.option(day), owed: amount, overpaid: amount },
  ...{ openRequests: count, openLogins: count },
});
const someRule = fc.record({
  ...{ id: fc.integer({ min: 1, max: 9 }), years: fc.integer({ min: 1, max: 100 }) },
  ...{ validFrom: day, basis: fc.constant('JRA') },
});

describe('until when the data of a kader is kept', () => {
  it('is the end of so many years after the fiscal year of the last thing that happened', () => {
    expect(decideRetention(OVER, rule, LAST_DAY)).toEqual({
      keptUntil: LAST_DAY,
      reasons: ['retention-running'],
    });
    expect(decideRetention(OVER, rule, THE_DAY)).toEqual({ keptUntil: LAST_DAY, reasons: [] });
  });

  it.each<[KeptReason, Partial<RetentionFacts>]>([
    ['appointed', { appointedUntil: THE_DAY }],
    ['owed', { owed: 1n }],
    ['overpaid', { overpaid: 1n }],
    ['request-open', { openRequests: 1 }],
    ['login-open', { openLogins: 1 }],
    ['nothing-known', { lastOn: null }],
    ['retention-running', { lastOn: THE_DAY }],
  ])('is not over: %s', (reason, facts) => {
    expect(decideRetention({ ...OVER, ...facts }, rule, THE_DAY).reasons).toEqual([reason]);
  });

  it('nobody can say without a rule, or beyond the calendar', () => {
    expect(decideRetention(OVER, undefined, THE_DAY)).toEqual({ keptUntil: null, reasons: ['no-rule'] });
    const late = { ...OVER, lastOn: plainDate('2150-01-01') };
    const long = { ...rule, years: 100 };
    expect(decideRetention(late, long, plainDate('2200-12-31'))).toEqual({
      keptUntil: null,
      reasons: ['nothing-known'],
    });
  });

  it('is never over where anything is open, unknown, or younger than the rule says', () => {
    fc.assert(
      fc.property(knownFacts, fc.option(someRule, { nil: undefined }), day, (facts, any, today) => {
        const { reasons, keptUntil } = decideRetention(facts, any, today);
        const open = facts.owed + facts.overpaid + BigInt(facts.openRequests + facts.openLogins);
        if (reasons.length > 0) return;
        expect(open).toBe(0n);
        expect(any).toBeDefined();
        expect(facts.appointedUntil === null || facts.appointedUntil < today).toBe(true);
        expect(Number(today.slice(0, 4))).toBeGreaterThan(
          Number(facts.lastOn?.slice(0, 4)) + (any?.years ?? Infinity),
        );
        expect(keptUntil !== null && keptUntil < today).toBe(true);
      }),
    );
  });

  it('never comes sooner by something more that happened, or by a longer rule', () => {
    fc.assert(
      fc.property(knownFacts, someRule, day, day, (facts, one, later, today) => {
        const before = decideRetention(facts, one, today);
        const more = {
          ...facts,
          lastOn: facts.lastOn !== null && facts.lastOn > later ? facts.lastOn : later,
        };
        const longer = { ...one, years: Math.min(100, one.years + 1) };
        for (const after of [decideRetention(more, one, today), decideRetention(facts, longer, today)]) {
          if (facts.lastOn === null || before.reasons.length === 0) continue;
          expect(after.reasons).not.toEqual([]);
        }
      }),
    );
  });
});

describe('the rule of a day', () => {
  it('is the last that began, and of two of one day the later recorded', () => {
    const rules = [
      rule,
      { ...rule, id: 2, years: 5 },
      { ...rule, id: 3, validFrom: plainDate('2030-01-01') },
    ];
    expect(retentionRuleOn(rules, plainDate('2025-12-31'))).toBeUndefined();
    expect(retentionRuleOn(rules, plainDate('2029-12-31'))).toMatchObject({ id: 2 });
    expect(retentionRuleOn([...rules].reverse(), plainDate('2026-01-01'))).toMatchObject({ id: 2 });
    expect(retentionRuleOn(rules, plainDate('2030-01-01'))).toMatchObject({ id: 3 });
  });
});
