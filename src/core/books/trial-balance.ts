import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { PeriodTotal } from './book-entry.js';

export interface BookAccount {
  readonly id: number;
  readonly code: string;
}

interface TrialBalanceSums {
  /** Debits less credits before the first month. */
  readonly opening: Rupiah;
  readonly debit: Rupiah;
  readonly credit: Rupiah;
  readonly closing: Rupiah;
}

interface TrialBalanceRow extends TrialBalanceSums {
  readonly account: string;
}

/** Neraca saldo: opening and closing add up to zero over all accounts of whole entries. */
export interface TrialBalance {
  readonly rows: readonly TrialBalanceRow[];
  readonly total: TrialBalanceSums;
}

/** The months of a trial balance; the first left out: from the beginning, so that nothing is opening. */
export interface TrialBalanceMonths {
  readonly from?: ServiceMonth;
  readonly to: ServiceMonth;
}

/** Neraca saldo of these accounts, by code; an account without any posting is left out. */
export function trialBalance(
  accounts: readonly BookAccount[],
  totals: readonly PeriodTotal[],
  { from, to }: TrialBalanceMonths,
): TrialBalance {
  const counted = totals.filter(({ period }) => period <= to);
  const rows = [...accounts]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .flatMap(({ id, code }) => {
      const own = counted.filter(({ accountId }) => accountId === id);
      return own.length === 0 ? [] : [{ account: code, ...sumsOf(own, from) }];
    });
  const total = rows.reduce(addSums, { opening: 0n, debit: 0n, credit: 0n, closing: 0n });
  return { rows, total };
}

function sumsOf(totals: readonly PeriodTotal[], from: ServiceMonth | undefined): TrialBalanceSums {
  let [opening, debit, credit] = [0n, 0n, 0n];
  for (const total of totals) {
    if (from !== undefined && total.period < from) {
      opening += total.debit - total.credit;
      continue;
    }
    debit += total.debit;
    credit += total.credit;
  }
  return { opening, debit, credit, closing: opening + debit - credit };
}

function addSums(sum: TrialBalanceSums, row: TrialBalanceSums): TrialBalanceSums {
  return {
    opening: sum.opening + row.opening,
    debit: sum.debit + row.debit,
    credit: sum.credit + row.credit,
    closing: sum.closing + row.closing,
  };
}
