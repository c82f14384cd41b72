import type { Rupiah } from '../shared/rupiah.js';

/** What stands on a budget line after all its moves. */
export interface BudgetProjection {
  readonly ceiling: Rupiah;
  /** Held for requests that were submitted and not yet paid. */
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
  /** Cash that came in for it. Information: it does not bound what may be spent. */
  readonly received: Rupiah;
}

type Effect = Partial<Readonly<Record<keyof BudgetProjection, 1n | -1n>>>;

/** What each kind of move adds to (or takes off) a budget line, a rupiah at a time. */
const effects = {
  /** The ceiling raised, and `cut` lowered, each by its legal basis. */
  allot: { ceiling: 1n },
  cut: { ceiling: -1n },
  /** At submission, and `release` at rejection. */
  reserve: { reserved: 1n },
  release: { reserved: -1n },
  /** Out of what was reserved, at disbursement; `reverse` is what the bank returned. */
  spend: { reserved: -1n, spent: 1n },
  reverse: { spent: -1n },
  /** A tranche of cash; `retract` undoes one that was recorded wrongly. */
  receive: { received: 1n },
  retract: { received: -1n },
} as const satisfies Readonly<Record<string, Effect>>;

export type BudgetMoveKind = keyof typeof effects;

/** The columns of a budget line that only moves change. */
export const budgetColumns = ['ceiling', 'reserved', 'spent', 'received'] as const;

/** A budget line before its first move. */
export const emptyBudget: BudgetProjection = { ceiling: 0n, reserved: 0n, spent: 0n, received: 0n };

/** Whether a text names a kind of move. */
export function isBudgetMoveKind(kind: string): kind is BudgetMoveKind {
  return Object.hasOwn(effects, kind);
}

/** A budget line after moves, in whatever order they came. Says nothing of whether it may be so. */
export function afterMoves(
  before: BudgetProjection,
  moves: Iterable<{ readonly kind: BudgetMoveKind; readonly amount: Rupiah }>,
): BudgetProjection {
  const after = { ...before };
  for (const { kind, amount } of moves) {
    const effect: Effect = effects[kind];
    for (const column of budgetColumns) after[column] += (effect[column] ?? 0n) * amount;
  }
  return after;
}

/** What the database holds every budget line to as well. */
export function isLawful({ ceiling, reserved, spent, received }: BudgetProjection): boolean {
  const leastOfAll = [ceiling, reserved, spent, received].every((amount) => amount >= 0n);
  return leastOfAll && reserved + spent <= ceiling;
}
