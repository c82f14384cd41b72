import { afterMoves, emptyBudget, isBudgetMoveKind } from '../funding/budget-projection.js';
import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { sidesOf, type BookEntry } from './book-entry.js';

/** A funding source as the books of its payer show it. */
export interface BudgetLine {
  readonly id: number;
  readonly payer: string;
  readonly label: string;
  readonly fiscalYear: number;
  readonly activityCode: string;
  readonly accountCode: string;
  readonly expenseAccountId: number;
  readonly payableAccountId: number;
  /** Not in the chain, but as append-only as it: what the moves of the budget add up to. */
  readonly ceiling: Rupiah;
  readonly reserved: Rupiah;
}

/** Honor that a budget line owes by what was earned, and what of it went through the cash account. */
export interface Spending {
  readonly accrued: Rupiah;
  readonly paid: Rupiah;
}

/** What an account moved in a period, told apart by whether the cash account was part of the entry. */
export interface AccountMovement {
  readonly accountId: number;
  readonly period: ServiceMonth;
  readonly throughCash: boolean;
  /** Debits less credits. */
  readonly net: Rupiah;
}

type Accounts = Pick<BudgetLine, 'expenseAccountId' | 'payableAccountId'>;

/** Of movements, as sums by account; whatever order they came in. */
export function spendingOf(line: Accounts, movements: readonly AccountMovement[]): Spending {
  let [accrued, paid] = [0n, 0n];
  for (const { accountId, throughCash, net } of movements) {
    if (accountId === line.expenseAccountId) accrued += net;
    if (accountId === line.payableAccountId && throughCash) paid += net;
  }
  return { accrued, paid };
}

/** The same of one entry. */
export function spendingOfEntry(
  line: Accounts,
  entry: BookEntry,
  isCash: (accountId: number) => boolean,
): Spending {
  const expense = sidesOf(entry, (account) => account === line.expenseAccountId);
  const payable = sidesOf(entry, (account) => account === line.payableAccountId);
  const throughCash = entry.accounts.some(isCash);
  return {
    accrued: expense.debit - expense.credit,
    paid: throughCash ? payable.debit - payable.credit : 0n,
  };
}

/** One move of a budget, as the append-only record has it. */
export interface BudgetMoved {
  readonly kind: string;
  readonly amount: Rupiah;
}

/** Ceiling and reservation that moves add up to. @throws when a kind of move is not known here */
export function budgetOf(moves: readonly BudgetMoved[]): Pick<BudgetLine, 'ceiling' | 'reserved'> {
  const known = moves.map(({ kind, amount }) => {
    invariant(isBudgetMoveKind(kind), `a budget move of kind ${kind} is known`);
    return { kind, amount };
  });
  const { ceiling, reserved } = afterMoves(emptyBudget, known);
  return { ceiling, reserved };
}
