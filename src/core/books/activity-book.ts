import { groupBy } from '../shared/group-by.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { inBookOrder, type BookEntry } from './book-entry.js';
import {
  spendingOf,
  spendingOfEntry,
  type AccountMovement,
  type BudgetLine,
  type Spending,
} from './budget-line.js';
import { batchDescription, batchEvidence } from './evidence.js';

interface ActivityRow extends Spending {
  readonly number: number;
  readonly on: PlainDate;
  readonly evidence: string;
  readonly description: string;
  /** Earned and not paid, after this row. */
  readonly owed: Rupiah;
}

/** One activity, account and source of the Buku Pembantu Kegiatan. */
export interface ActivityPart {
  readonly activityCode: string;
  readonly accountCode: string;
  /** `DDS 2026`. */
  readonly source: string;
  readonly ceiling: Rupiah;
  readonly untilLastMonth: Spending;
  readonly rows: readonly ActivityRow[];
  readonly thisMonth: Spending;
  readonly untilThisMonth: Spending;
  readonly owed: Rupiah;
  /** Ceiling less what was earned so far. */
  readonly remaining: Rupiah;
}

export interface ActivityBook {
  readonly month: ServiceMonth;
  readonly parts: readonly ActivityPart[];
}

export interface ActivityBookFacts {
  readonly month: ServiceMonth;
  readonly lines: readonly BudgetLine[];
  /** Of the accounts of these lines; months from the book's on are left out. */
  readonly movements: readonly AccountMovement[];
  readonly entries: readonly BookEntry[];
  readonly isCash: (accountId: number) => boolean;
}

/** Buku Pembantu Kegiatan: what each activity, account and source owes and paid in a month, a row a batch. */
export function activityBook(facts: ActivityBookFacts): ActivityBook {
  const before = facts.movements.filter(({ period }) => period < facts.month);
  const entries = inBookOrder(facts.entries.filter(({ period }) => period === facts.month));
  const parts = inBudgetOrder(facts.lines).map((line) => partOf(line, before, entries, facts.isCash));
  return { month: facts.month, parts };
}

/** By payer, activity, account, source and year. */
export function inBudgetOrder<Line extends Omit<BudgetLine, 'ceiling' | 'reserved'>>(
  lines: readonly Line[],
): Line[] {
  const keyOf = ({ payer, activityCode, accountCode, label, fiscalYear }: Line) =>
    [payer, activityCode, accountCode, label, String(fiscalYear)].join('\n');
  return [...lines].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function partOf(
  line: BudgetLine,
  before: readonly AccountMovement[],
  entries: readonly BookEntry[],
  isCash: (accountId: number) => boolean,
): ActivityPart {
  const untilLastMonth = spendingOf(line, before);
  const rows = rowsOf(line, untilLastMonth, entries, isCash);
  const thisMonth = {
    accrued: rows.reduce((sum, row) => sum + row.accrued, 0n),
    paid: rows.reduce((sum, row) => sum + row.paid, 0n),
  };
  const accrued = untilLastMonth.accrued + thisMonth.accrued;
  const paid = untilLastMonth.paid + thisMonth.paid;
  return {
    activityCode: line.activityCode,
    accountCode: line.accountCode,
    source: `${line.label} ${String(line.fiscalYear)}`,
    ceiling: line.ceiling,
    untilLastMonth,
    rows,
    thisMonth,
    untilThisMonth: { accrued, paid },
    owed: accrued - paid,
    remaining: line.ceiling - accrued,
  };
}

function rowsOf(
  line: BudgetLine,
  before: Spending,
  entries: readonly BookEntry[],
  isCash: (accountId: number) => boolean,
): ActivityRow[] {
  const touches = ({ accounts }: BookEntry) =>
    accounts.includes(line.expenseAccountId) || accounts.includes(line.payableAccountId);
  let owed = before.accrued - before.paid;
  return [...groupBy(entries.filter(touches), (entry) => entry.batchId).values()].map((batch, index) => {
    const spendings = batch.map((entry) => spendingOfEntry(line, entry, isCash));
    const accrued = spendings.reduce((sum, spending) => sum + spending.accrued, 0n);
    const paid = spendings.reduce((sum, spending) => sum + spending.paid, 0n);
    owed += accrued - paid;
    return {
      number: index + 1,
      on: batch[0].effectiveOn,
      evidence: batchEvidence(batch),
      description: batchDescription(batch),
      accrued,
      paid,
      owed,
    };
  });
}
