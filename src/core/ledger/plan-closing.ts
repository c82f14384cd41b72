import { DomainError } from '../shared/domain-error.js';
import type { PlainDate } from '../shared/plain-date.js';
import { lastDayOf, nextMonth, type ServiceMonth } from '../shared/service-month.js';

/** How far the books are closed, and the day it is. */
export interface ClosingState {
  /** The last month that is closed, with everything before it. */
  readonly closedThrough: ServiceMonth | undefined;
  readonly today: PlainDate;
}

/** Why a month cannot be closed now; months close in order, each after its last day. */
export function closingProblem(
  period: ServiceMonth,
  { closedThrough, today }: ClosingState,
): DomainError | undefined {
  if (closedThrough !== undefined && period <= closedThrough)
    return new DomainError('conflict', 'ledger.period-already-closed', { period, closedThrough });
  if (today <= lastDayOf(period)) {
    const facts = { period, lastDay: lastDayOf(period) };
    return new DomainError('conflict', 'ledger.period-not-over', facts);
  }
  const next = closedThrough === undefined ? period : nextMonth(closedThrough);
  if (period !== next) return new DomainError('conflict', 'ledger.period-out-of-order', { period, next });
  return undefined;
}

/** Why a month cannot be reopened: only the last closed one can, so that no closed month rests on an open one. */
export function reopeningProblem(
  period: ServiceMonth,
  closedThrough: ServiceMonth | undefined,
): DomainError | undefined {
  if (closedThrough === undefined || period > closedThrough)
    return new DomainError('conflict', 'ledger.period-not-closed', { period });
  if (period !== closedThrough)
    return new DomainError('conflict', 'ledger.period-not-last', { period, closedThrough });
  return undefined;
}
