import fc from 'fast-check';
import type { BudgetMoveKind } from '../../../src/core/funding/budget-projection.js';
import type { Fate, Forgery } from './commands.js';

/** An entry by numbers that mean nothing yet: `plan-wish.ts` turns them into accounts and days. */
interface EntryWish {
  readonly accounts: readonly number[];
  readonly amounts: readonly number[];
  readonly party: number;
}

interface MoveWish {
  readonly source: number;
  readonly kind: Exclude<BudgetMoveKind, 'receive' | 'retract'>;
  readonly amount: number;
  /** Whether the amount is brought down to what the line can bear, if it can bear any. */
  readonly isBearable: boolean;
}

/** How what is asked again differs from what was asked before. */
const changes = ['nothing', 'amount', 'day', 'actor', 'memo', 'one entry fewer', 'order'] as const;

/** One random operation. What it picks (`pick`, `offset`) is taken from what there is when its turn comes. */
export type Wish =
  | {
      readonly wish: 'post';
      readonly day: number;
      readonly entries: readonly EntryWish[];
      readonly fate: Fate;
      readonly isBalanced: boolean;
    }
  | { readonly wish: 'retry'; readonly pick: number; readonly change: (typeof changes)[number] }
  | {
      readonly wish: 'undo';
      readonly pick: number;
      readonly isAgain: boolean;
      readonly day: number;
      readonly fate: Fate;
    }
  | {
      readonly wish: 'move';
      readonly through: 'service' | 'sql';
      readonly moves: readonly MoveWish[];
      readonly day: number;
      readonly fate: Fate;
    }
  | { readonly wish: 'move again'; readonly pick: number; readonly through: 'service' | 'sql' }
  | {
      readonly wish: 'receive';
      readonly source: number;
      readonly paper: number;
      readonly amount: number;
      readonly day: number;
    }
  | { readonly wish: 'retract'; readonly source: number; readonly paper: number; readonly reason: number }
  | {
      readonly wish: 'close' | 'ask' | 'confirm';
      readonly offset: number;
      readonly by: number;
      readonly reason: number;
    }
  | { readonly wish: 'forge'; readonly what: Forgery['what'] };

/** How many days a wish reaches over, from a month before the first budget year to a fortnight from now. */
const DAYS = 400;

const day = fc.nat(DAYS - 1);
const pick = fc.nat(1_000_000);
const source = fc.nat(2);
const through = fc.constantFrom('service' as const, 'sql' as const);
const fate = weighted<Fate>([14, 'answered'], [2, 'reply lost'], [1, 'source fails'], [1, 'connection cut']);

const entry = record<EntryWish>({
  accounts: fc.uniqueArray(fc.nat(29), { minLength: 2, maxLength: 4, size: 'max' }),
  amounts: fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 900 }),
      fc.integer({ min: 1, max: 3e12 }),
      fc.integer({ min: -900, max: -1 }),
    ),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
  party: fc.nat(3_000),
});

const post = record({
  wish: fc.constant('post' as const),
  day,
  entries: fc.array(entry, { minLength: 1, maxLength: 20, size: 'max' }),
  fate,
  isBalanced: weighted([9, true], [1, false]),
});

const move = record<MoveWish>({
  source,
  kind: weighted<MoveWish['kind']>(
    [8, 'allot'],
    [2, 'cut'],
    [8, 'reserve'],
    [4, 'release'],
    [8, 'spend'],
    [4, 'reverse'],
  ),
  amount: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 })),
  isBearable: weighted([5, true], [1, false]),
});

const period = (wish: 'close' | 'ask' | 'confirm', offsets: readonly [number, ...number[]]) =>
  record({
    wish: fc.constant(wish),
    offset: fc.constantFrom(...offsets),
    by: fc.nat(2),
    reason: fc.nat(4),
  });

/** Any operation: mostly ones that come through, and each way to be refused often enough. */
export const anyWish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 10, arbitrary: post },
  {
    weight: 5,
    arbitrary: record({
      wish: fc.constant('retry' as const),
      pick,
      change: fc.constantFrom('nothing' as const, ...changes),
    }),
  },
  {
    weight: 6,
    arbitrary: record({
      wish: fc.constant('undo' as const),
      pick,
      isAgain: weighted([3, false], [1, true]),
      day,
      fate,
    }),
  },
  {
    weight: 14,
    arbitrary: record({
      wish: fc.constant('move' as const),
      through,
      moves: fc.array(move, { minLength: 1, maxLength: 3, size: 'max' }),
      day,
      fate,
    }),
  },
  { weight: 1, arbitrary: record({ wish: fc.constant('move again' as const), pick, through }) },
  {
    weight: 4,
    arbitrary: record({
      wish: fc.constant('receive' as const),
      source,
      paper: fc.nat(1),
      amount: fc.integer({ min: 1, max: 2 }),
      day: fc.constantFrom(130, 130, 130, 131, 40, 399),
    }),
  },
  {
    weight: 4,
    arbitrary: record({
      wish: fc.constant('retract' as const),
      source,
      paper: fc.nat(1),
      reason: fc.nat(1),
    }),
  },
  { weight: 5, arbitrary: period('close', [0, 0, 0, -1, 1]) },
  { weight: 5, arbitrary: period('ask', [-1, -1, -1, -1, -2, 0]) },
  { weight: 5, arbitrary: period('confirm', [-1, -1, -1, 0]) },
  {
    weight: 2,
    arbitrary: record({
      wish: fc.constant('forge' as const),
      what: fc.constantFrom(
        'unbalanced entry' as const,
        'unsealed batch' as const,
        'batch before its day' as const,
      ),
    }),
  },
);

// A record with a prototype is printed as what it is.
function record<Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }): fc.Arbitrary<Shape> {
  return fc.record(shape, { noNullPrototype: true });
}

function weighted<Value>(...values: readonly (readonly [number, Value])[]): fc.Arbitrary<Value> {
  return fc.oneof(...values.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));
}
