import type { BudgetMoveKind } from '../../../src/core/funding/budget-projection.js';
import type { BatchKind } from '../../../src/core/ledger/journal.js';
import type { PlainDate } from '../../../src/core/shared/plain-date.js';
import type { Rupiah } from '../../../src/core/shared/rupiah.js';
import type { ServiceMonth } from '../../../src/core/shared/service-month.js';

/** What the model and the real ledger are both told to do: plain data, complete in itself. */
export type Command = Transaction | Receive | Retract | PeriodStep | Forgery;

export interface Line {
  readonly code: string;
  readonly amount: Rupiah;
}

/** An entry of the ledger by the key of its batch: the model knows no number that a database gives. */
export interface Place {
  readonly key: string;
  readonly sequence: number;
}

export interface Entry {
  readonly party: number;
  readonly memo: string;
  readonly lines: readonly Line[];
  readonly reverses?: Place;
}

export interface Batch {
  readonly key: string;
  readonly kind: BatchKind;
  readonly day: PlainDate;
  readonly actor: string;
  readonly entries: readonly Entry[];
}

export interface Move {
  /** Index of the budget line. */
  readonly source: number;
  readonly kind: BudgetMoveKind;
  readonly amount: Rupiah;
  readonly key: string;
}

/**
 * How a transaction ends: answered; committed but the reply lost, so that the caller asks again; or in the middle
 * of the entries, because their source fails or the connection is cut.
 */
export type Fate = 'answered' | 'reply lost' | 'source fails' | 'connection cut';

/** Moves on budget lines, then a batch: both or neither. */
export interface Transaction {
  readonly do: 'transact';
  /** `sql`: the moves as a written statement of the application's role, past all our code. */
  readonly through: 'service' | 'sql';
  readonly moves: readonly Move[];
  readonly batch?: Batch;
  readonly fate: Fate;
}

export interface Receive {
  readonly do: 'receive';
  readonly source: number;
  readonly reference: string;
  readonly amount: Rupiah;
  readonly on: PlainDate;
}

export interface Retract {
  readonly do: 'retract';
  readonly source: number;
  readonly reference: string;
  readonly reason: string;
}

export interface PeriodStep {
  readonly do: 'close' | 'ask' | 'confirm';
  readonly period: ServiceMonth;
  readonly reason: string;
  readonly by: string;
}

/** Written statements of the application's role that must not come through, whatever the state. */
export interface Forgery {
  readonly do: 'forge';
  readonly what: 'unbalanced entry' | 'unsealed batch' | 'batch before its day';
}

/** `done`, or the code by which a command is refused; with the key of the batch that answers it. */
export interface Outcome {
  readonly result: string;
  readonly key?: string;
}

/** A budget line and the accounts it is booked on. */
export interface Source {
  readonly id: number;
  readonly payer: string;
  readonly label: string;
  readonly fiscalYear: number;
  readonly payable: string;
  readonly cash: string;
  readonly income: string;
}

export function sourceName({ payer, label, fiscalYear }: Source): string {
  return `${payer}/${label}/${String(fiscalYear)}`;
}
