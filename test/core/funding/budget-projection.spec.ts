import fc from 'fast-check';
import {
  afterMoves,
  emptyBudget,
  isLawful,
  type BudgetMoveKind,
} from '../../../src/core/funding/budget-projection.js';
import { groupBy } from '../../../src/core/shared/group-by.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';

const kinds = ['allot', 'cut', 'reserve', 'release', 'spend', 'reverse', 'receive', 'retract'] as const;
const moves = fc.array(
  fc.record({
    kind: fc.constantFrom<BudgetMoveKind>(...kinds),
    amount: fc.bigInt({ min: 1n, max: 1_000n }),
  }),
  { maxLength: 60 },
);

describe('afterMoves', () => {
  it('of all accepted moves is what stands there after one by one, also summed by kind', () => {
    fc.assert(
      fc.property(moves, (wished) => {
        const accepted: typeof wished = [];
        let standing = emptyBudget;
        for (const move of wished) {
          const next = afterMoves(standing, [move]);
          if (!isLawful(next)) continue;
          standing = next;
          accepted.push(move);
        }
        const totals = [...groupBy(accepted, ({ kind }) => kind)].map(([kind, ofKind]) => ({
          kind,
          amount: sumRupiah(ofKind.map(({ amount }) => amount)),
        }));
        expect(afterMoves(emptyBudget, accepted)).toEqual(standing);
        expect(afterMoves(emptyBudget, totals)).toEqual(standing);
        expect(isLawful(standing)).toBe(true);
      }),
    );
  });

  it('spends out of what was reserved, and a return is not reserved again', () => {
    const after = afterMoves({ ...emptyBudget, ceiling: 100n, reserved: 60n }, [
      { kind: 'spend', amount: 60n },
      { kind: 'reverse', amount: 10n },
    ]);
    expect(after).toEqual({ ceiling: 100n, reserved: 0n, spent: 50n, received: 0n });
  });
});

describe('isLawful', () => {
  it.each([
    [{ ceiling: 10n, reserved: 4n, spent: 6n }, true],
    [{ ceiling: 10n, reserved: 5n, spent: 6n }, false],
    [{ ceiling: 10n, reserved: -1n }, false],
    [{ received: -1n }, false],
    [{ ceiling: 10n, spent: 10n, received: 0n }, true],
  ])('%j', (change, lawful) => {
    expect(isLawful({ ...emptyBudget, ...change })).toBe(lawful);
  });
});
