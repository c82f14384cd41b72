import type { Move, Transaction } from './commands.js';

export interface Budget {
  ceiling: bigint;
  reserved: bigint;
  spent: bigint;
  received: bigint;
}

/** Budget lines that never hold more than their ceiling. */
export class ModelBudgets {
  readonly moves: Move[] = [];
  readonly lines: Budget[];

  constructor(count: number) {
    this.lines = Array.from({ length: count }, () => ({
      ceiling: 0n,
      reserved: 0n,
      spent: 0n,
      received: 0n,
    }));
  }

  /** What the service, or the database when it is asked past all our code, says to moves. */
  refusalOf(moves: readonly Move[], through: Transaction['through']): string | undefined {
    const isUsed = moves.some(({ source, key }) =>
      this.moves.some((move) => source === move.source && key === move.key),
    );
    if (through === 'sql') {
      if (isUsed) return '23505';
      return this.isPossibleAfter(moves) ? undefined : '23514';
    }
    if (
      this.lines.some((line, index) => reservedBy(moves, index) > line.ceiling - line.reserved - line.spent)
    )
      return 'funding.budget-exceeded';
    if (!this.isPossibleAfter(moves)) return 'invariant';
    return isUsed ? '23505' : undefined;
  }

  record(move: Move): void {
    this.moves.push(move);
    apply(this.lines[move.source], move);
  }

  private isPossibleAfter(moves: readonly Move[]): boolean {
    const lines = this.lines.map((line) => ({ ...line }));
    for (const move of moves) apply(lines[move.source], move);
    return lines.every(
      ({ ceiling, reserved, spent }) =>
        ceiling >= 0n && reserved >= 0n && spent >= 0n && reserved + spent <= ceiling,
    );
  }
}

function reservedBy(moves: readonly Move[], source: number): bigint {
  return moves
    .filter((move) => move.source === source && move.kind === 'reserve')
    .reduce((sum, { amount }) => sum + amount, 0n);
}

function apply(line: Budget | undefined, { kind, amount }: Move): void {
  if (line === undefined) throw new Error('There is no such budget line.');
  effects[kind](line, amount);
}

const effects: Readonly<Record<Move['kind'], (line: Budget, amount: bigint) => void>> = {
  allot: (line, amount) => (line.ceiling += amount),
  cut: (line, amount) => (line.ceiling -= amount),
  reserve: (line, amount) => (line.reserved += amount),
  release: (line, amount) => (line.reserved -= amount),
  spend: (line, amount) => {
    line.reserved -= amount;
    line.spent += amount;
  },
  reverse: (line, amount) => (line.spent -= amount),
  receive: (line, amount) => (line.received += amount),
  retract: (line, amount) => (line.received -= amount),
};
