import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import type { FundingRule } from '../../../src/core/funding/funding-rule.js';
import { splitOverSources } from '../../../src/core/funding/split-over-sources.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const sourceAt = (index: number) => ({ payer: 'nagari', label: `S${String(index)}` });

const percentages = fc
  .array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 })
  .map((parts): FundingRule => {
    const sum = parts.reduce((total, part) => total + part, 0);
    const percents = parts.map((part) => new Decimal(part).times(100).div(sum).toDecimalPlaces(6));
    return {
      kind: 'percentage',
      parts: percents.map((percent, index) => ({ source: sourceAt(index), percent })),
    };
  });
const waterfalls = fc.array(fc.bigInt(1n, 100_000n), { maxLength: 5 }).map((maxima): FundingRule => ({
  kind: 'waterfall',
  steps: [...maxima, null].map((amountMax, index) => ({ source: sourceAt(index), amountMax })),
}));

describe('splitOverSources', () => {
  it('puts every rupiah on a source, and nothing on none', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.oneof(percentages, waterfalls), (amount, rule) => {
        const shares = splitOverSources(amount, rule);
        expect(sumRupiah(shares.map((share) => share.amount))).toBe(amount);
        expect(shares.every((share) => share.amount > 0n)).toBe(true);
      }),
    );
  });

  it('fills a source of a waterfall to its maximum before the next gets anything', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 500_000n), waterfalls, (amount, rule) => {
        const steps = rule.kind === 'waterfall' ? rule.steps : [];
        const shares = splitOverSources(amount, rule);
        const full = shares.slice(0, -1).every((share, index) => share.amount === steps[index]?.amountMax);
        expect(full).toBe(true);
      }),
    );
  });

  it('stops at a negative amount: corrections are differences of whole lines', () => {
    const rule: FundingRule = { kind: 'waterfall', steps: [{ source: sourceAt(0), amountMax: null }] };
    expect(() => splitOverSources(-1n, rule)).toThrow('Invariant');
  });
});
