import type { PlainDate } from '../../../src/core/shared/plain-date.js';
import {
  lastDayOf,
  nextMonth,
  previousMonth,
  type ServiceMonth,
} from '../../../src/core/shared/service-month.js';
import type { PeriodStep } from './commands.js';

/** A closing or reopening that was taken. */
export interface Step {
  readonly kind: number;
  readonly period: ServiceMonth;
  readonly actor: string;
  readonly key: string;
}

interface Request {
  readonly period: ServiceMonth;
  readonly reason: string;
  readonly by: string;
  isDone: boolean;
}

const [CLOSING, REOPENING] = [7, 8];

/** Months that close in order, and reopen by two people. */
export class ModelPeriods {
  readonly steps: Step[] = [];
  readonly requests: Request[] = [];
  closedThrough: ServiceMonth | undefined;

  constructor(private readonly today: PlainDate) {}

  /** A refusal, `done` without a step, or the step that answers: the one just taken, or the same as before. */
  apply(command: PeriodStep): Step | string {
    switch (command.do) {
      case 'close':
        return this.close(command);
      case 'ask':
        return this.ask(command);
      case 'confirm':
        return this.confirm(command);
    }
  }

  /** Where something of a month is reported. */
  openMonth(month: ServiceMonth): ServiceMonth {
    return this.closedThrough === undefined || month > this.closedThrough
      ? month
      : nextMonth(this.closedThrough);
  }

  private close({ period, by }: PeriodStep): Step | string {
    const same = this.sameAsLast(CLOSING, period, by);
    if (same !== undefined) return same;
    const { closedThrough } = this;
    if (closedThrough !== undefined && period <= closedThrough) return 'ledger.period-already-closed';
    if (this.today <= lastDayOf(period)) return 'ledger.period-not-over';
    if (closedThrough !== undefined && period !== nextMonth(closedThrough))
      return 'ledger.period-out-of-order';
    this.closedThrough = period;
    return this.take(CLOSING, period, by);
  }

  private ask({ period, reason, by }: PeriodStep): string {
    if (reason === '') return 'ledger.reason-needed';
    const refusal = this.refusalOfReopening(period);
    if (refusal !== undefined) return refusal;
    const open = this.openRequest(period);
    if (open === undefined) this.requests.push({ period, reason, by, isDone: false });
    const isOther = open !== undefined && (open.by !== by || open.reason !== reason);
    return isOther ? 'ledger.reopening-asked' : 'done';
  }

  private confirm({ period, by }: PeriodStep): Step | string {
    const same = this.sameAsLast(REOPENING, period, by);
    if (same !== undefined) return same;
    const refusal = this.refusalOfReopening(period);
    if (refusal !== undefined) return refusal;
    const open = this.openRequest(period);
    if (open === undefined) return 'ledger.reopening-not-asked';
    if (open.by === by) return 'ledger.reopening-own';
    open.isDone = true;
    this.closedThrough = previousMonth(period);
    return this.take(REOPENING, period, by);
  }

  private refusalOfReopening(period: ServiceMonth): string | undefined {
    if (this.closedThrough === undefined || period > this.closedThrough) return 'ledger.period-not-closed';
    return period === this.closedThrough ? undefined : 'ledger.period-not-last';
  }

  private openRequest(period: ServiceMonth): Request | undefined {
    return this.requests.find((request) => request.period === period && !request.isDone);
  }

  private sameAsLast(kind: number, period: ServiceMonth, by: string): Step | undefined {
    const last = this.steps.at(-1);
    return last?.kind === kind && last.period === period && last.actor === by ? last : undefined;
  }

  private take(kind: number, period: ServiceMonth, actor: string): Step {
    const step = { kind, period, actor, key: `period/${period}/${String(this.steps.length + 1)}` };
    this.steps.push(step);
    return step;
  }
}
