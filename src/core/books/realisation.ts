import { Decimal } from 'decimal.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import type { Rupiah } from '../shared/rupiah.js';
import { inBudgetOrder } from './activity-book.js';
import { spendingOf, type AccountMovement, type BudgetLine, type Spending } from './budget-line.js';

interface RealisationSums extends Spending {
  readonly ceiling: Rupiah;
  readonly reserved: Rupiah;
  /** Ceiling less what is reserved and what was paid. */
  readonly remaining: Rupiah;
  /** Paid in percent of the ceiling, two decimals as text; null where there is no ceiling. */
  readonly percent: string | null;
}

export interface RealisationRow extends RealisationSums {
  readonly payer: string;
  readonly activityCode: string;
  readonly accountCode: string;
  readonly source: string;
}

export interface Realisation {
  readonly rows: readonly RealisationRow[];
  readonly total: RealisationSums;
}

/** Realisation per source and account code: the ledger's sums beside the ceiling and what is reserved. */
export function realisation(
  lines: readonly BudgetLine[],
  movements: readonly AccountMovement[],
): Realisation {
  const rows = inBudgetOrder(lines).map((line) => ({
    payer: line.payer,
    activityCode: line.activityCode,
    accountCode: line.accountCode,
    source: `${line.label} ${String(line.fiscalYear)}`,
    ...sumsOf(line, spendingOf(line, movements)),
  }));
  const sum = (amountOf: (row: RealisationRow) => Rupiah) =>
    rows.reduce((total, row) => total + amountOf(row), 0n);
  const total = sumsOf(
    { ceiling: sum(({ ceiling }) => ceiling), reserved: sum(({ reserved }) => reserved) },
    { accrued: sum(({ accrued }) => accrued), paid: sum(({ paid }) => paid) },
  );
  return { rows, total };
}

function sumsOf(
  { ceiling, reserved }: Pick<BudgetLine, 'ceiling' | 'reserved'>,
  { accrued, paid }: Spending,
): RealisationSums {
  const remaining = ceiling - reserved - paid;
  return { ceiling, accrued, reserved, paid, remaining, percent: percentOf(paid, ceiling) };
}

function percentOf(part: Rupiah, whole: Rupiah): string | null {
  if (whole === 0n) return null;
  const exact = new ExactDecimal(part.toString()).mul(100).div(whole.toString());
  return exact.toFixed(2, Decimal.ROUND_HALF_UP);
}
