import fc from 'fast-check';
import { overpaymentBalance, overpaymentState } from '../../../src/core/overpayment/overpayment-balance.js';
import { aPart, anyStanding } from '../../support/overpayment-parts.js';

describe('overpaymentBalance', () => {
  it('counts what came back and what did not, and nothing twice', () => {
    const amounts = fc.array(fc.record({ amount: fc.bigInt(-90_000n, -1n), standing: anyStanding }));
    fc.assert(
      fc.property(amounts, (parts) => {
        const { amount, setOff, cash, rest, held } = overpaymentBalance(parts.map((part) => aPart(part)));
        expect(setOff + cash + rest).toBe(amount);
        expect([setOff, cash, rest, held].every((one) => one >= 0n)).toBe(true);
        expect(setOff + cash <= amount && held <= rest).toBe(true);
      }),
    );
  });

  it('does not see what was replaced', () => {
    const replaced = [aPart({ standing: 'replaced' }), aPart({ standing: 'replaced', amount: 25_000n })];
    expect(overpaymentBalance([...replaced, aPart()])).toMatchObject({ amount: 25_000n, rest: 25_000n });
  });
});

describe('overpaymentState', () => {
  it.each([
    ['opened', [aPart()], undefined],
    ['proposed', [aPart()], { isConfirmed: false }],
    ['agreed', [aPart()], { isConfirmed: true }],
    ['agreed', [aPart({ standing: 'held' })], { isConfirmed: true }],
    ['closed', [aPart({ standing: 'cash' })], undefined],
  ] as const)('is %s', (state, parts, plan) => {
    expect(overpaymentState(overpaymentBalance(parts), plan)).toBe(state);
  });
});
