import { DomainError } from '../shared/domain-error.js';
import { groupBy } from '../shared/group-by.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import {
  afterMoves,
  budgetColumns,
  emptyBudget,
  isBudgetMoveKind,
  type BudgetMoveKind,
  type BudgetProjection,
} from './budget-projection.js';

/** A budget line as it stands, to be proven. */
interface StandingBudget extends BudgetProjection {
  readonly id: number;
  /** `13.10.04.2001/DDS/2026`. */
  readonly key: string;
}

/** What all moves of a kind on one budget line add up to. */
export interface MoveTotal {
  readonly fundingSourceId: number;
  readonly kind: string;
  readonly amount: Rupiah;
}

/** What the books and the open requests say of one budget line. */
export interface OutsideTotal {
  readonly fundingSourceId: number;
  readonly amount: Rupiah;
}

/** Everything a proof compares, all of one moment. */
export interface BudgetEvidence {
  readonly budgets: readonly StandingBudget[];
  readonly moves: readonly MoveTotal[];
  /** Net payments on the payable account of each line. */
  readonly paidInLedger: readonly OutsideTotal[];
  /** Net tranches on the income account of each line. */
  readonly receivedInLedger: readonly OutsideTotal[];
  /** What submitted, verified and approved requests hold. */
  readonly heldByRequests: readonly OutsideTotal[];
}

type ProofCode =
  'funding.proof-moves-differ' | 'funding.proof-requests-differ' | 'funding.proof-ledger-differs';

type Column = (typeof budgetColumns)[number];

const columnNames = {
  ceiling: 'pagu',
  reserved: 'terikat',
  spent: 'terpakai',
  received: 'diterima',
} as const satisfies Readonly<Record<Column, string>>;

/** Every budget line and column that is not what its moves, the books and the requests make it. */
export function proveBudgets(evidence: BudgetEvidence): DomainError[] {
  const { budgets } = evidence;
  const moves = groupBy(evidence.moves, (move) => move.fundingSourceId);
  const known = new Set(budgets.map((budget) => budget.id));
  const strays = [...moves.keys()].filter((id) => !known.has(id));
  return [
    ...strays.map((id) => new DomainError('conflict', 'funding.proof-source-gone', { id })),
    ...unknownKinds(evidence),
    ...budgets.flatMap((budget) => againstMoves(budget, moves.get(budget.id) ?? [])),
    ...againstTotals('funding.proof-requests-differ', 'reserved', budgets, evidence.heldByRequests),
    ...againstTotals('funding.proof-ledger-differs', 'spent', budgets, evidence.paidInLedger),
    ...againstTotals('funding.proof-ledger-differs', 'received', budgets, evidence.receivedInLedger),
  ];
}

function unknownKinds({ moves, budgets }: BudgetEvidence): DomainError[] {
  const keys = new Map(budgets.map(({ id, key }) => [id, key]));
  return moves
    .filter(({ kind }) => !isBudgetMoveKind(kind))
    .map(({ fundingSourceId, kind, amount }) => {
      const source = keys.get(fundingSourceId) ?? String(fundingSourceId);
      return new DomainError('conflict', 'funding.proof-kind-unknown', { source, kind, amount });
    });
}

function againstMoves(budget: StandingBudget, totals: readonly MoveTotal[]): DomainError[] {
  const known = totals.filter((total): total is MoveTotal & { kind: BudgetMoveKind } =>
    isBudgetMoveKind(total.kind),
  );
  const expected = afterMoves(emptyBudget, known);
  return budgetColumns.flatMap((column) =>
    difference('funding.proof-moves-differ', budget, column, expected[column]),
  );
}

/** Compares every line with totals that were found elsewhere; a line without a total is expected to have none. */
function againstTotals(
  code: ProofCode,
  column: Column,
  budgets: readonly StandingBudget[],
  totals: readonly OutsideTotal[],
): DomainError[] {
  const bySource = groupBy(totals, (total) => total.fundingSourceId);
  return budgets.flatMap((budget) => {
    const expected = sumRupiah((bySource.get(budget.id) ?? []).map(({ amount }) => amount));
    return difference(code, budget, column, expected);
  });
}

function difference(
  code: ProofCode,
  budget: StandingBudget,
  column: Column,
  expected: Rupiah,
): DomainError[] {
  const found = budget[column];
  if (found === expected) return [];
  const facts = { source: budget.key, column: columnNames[column], expected, found };
  return [new DomainError('conflict', code, facts)];
}
