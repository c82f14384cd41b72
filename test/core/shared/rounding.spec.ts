import fc from 'fast-check';
import { portionOf } from '../../../src/core/shared/rounding.js';

describe('portionOf', () => {
  it.each([
    ['down', 7n, 3n],
    ['half-up', 7n, 4n],
    ['half-even', 7n, 4n],
    ['half-even', 5n, 2n],
    ['half-up', 5n, 3n],
    ['down', -7n, -3n],
    ['half-up', -7n, -4n],
  ] as const)('rounds half of a rupiah %s: half of %s is %s', (rounding, amount, expected) => {
    expect(portionOf(amount, 1, 2, rounding)).toBe(expected);
  });

  it('is never a whole rupiah from the exact portion, and never above it when rounded down', () => {
    const part = fc.tuple(fc.bigInt(0n, 10n ** 15n), fc.integer({ min: 1, max: 31 })).chain(([amount, of]) =>
      fc.record({
        amount: fc.constant(amount),
        of: fc.constant(of),
        days: fc.integer({ min: 0, max: of }),
      }),
    );
    fc.assert(
      fc.property(part, fc.constantFrom('down', 'half-up', 'half-even'), ({ amount, of, days }, rounding) => {
        const excess = portionOf(amount, days, of, rounding) * BigInt(of) - amount * BigInt(days);
        const most = rounding === 'down' ? 0n : BigInt(of);
        expect((excess < 0n ? -excess : excess) < BigInt(of) && excess <= most).toBe(true);
      }),
    );
  });

  it('is the whole amount for the whole month', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 18n), 10n ** 18n), (amount) => {
        expect(portionOf(amount, 31, 31, 'half-even')).toBe(amount);
      }),
    );
  });
});
