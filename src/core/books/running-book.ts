import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { sumRupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';

/** One line before its balance is known. */
export interface BookMove {
  readonly on: PlainDate;
  readonly evidence: string;
  readonly description: string;
  /** What it adds to the balance, and what it takes away; neither below zero. */
  readonly receipt: Rupiah;
  readonly payment: Rupiah;
}

interface Turnover {
  readonly receipts: Rupiah;
  readonly payments: Rupiah;
}

/** A book of one month whose every line carries the balance after it. */
export interface RunningBook<Move extends BookMove> {
  readonly month: ServiceMonth;
  /** What the month before left over. */
  readonly opening: Rupiah;
  readonly rows: readonly (Move & {
    readonly number: number;
    readonly balance: Rupiah;
    /** Payments since January, this one included. */
    readonly paidThisYear: Rupiah;
  })[];
  readonly thisMonth: Turnover;
  /** From January to the month before. */
  readonly untilLastMonth: Turnover;
  readonly untilThisMonth: Turnover;
  readonly closing: Rupiah;
}

/** What stood in a book before its month. */
export interface BookBefore {
  readonly opening: Rupiah;
  readonly thisYear: Turnover;
}

/** Carries the balance from line to line. The moves come in the order of the book. */
export function runningBook<Move extends BookMove>(
  month: ServiceMonth,
  before: BookBefore,
  moves: readonly Move[],
): RunningBook<Move> {
  let [balance, paidThisYear] = [before.opening, before.thisYear.payments];
  const rows = moves.map((move, index) => {
    balance += move.receipt - move.payment;
    paidThisYear += move.payment;
    return { number: index + 1, ...move, balance, paidThisYear };
  });
  const thisMonth = {
    receipts: sumRupiah(moves.map(({ receipt }) => receipt)),
    payments: sumRupiah(moves.map(({ payment }) => payment)),
  };
  const untilThisMonth = {
    receipts: before.thisYear.receipts + thisMonth.receipts,
    payments: before.thisYear.payments + thisMonth.payments,
  };
  const opening = before.opening;
  const untilLastMonth = before.thisYear;
  return { month, opening, rows, thisMonth, untilLastMonth, untilThisMonth, closing: balance };
}
