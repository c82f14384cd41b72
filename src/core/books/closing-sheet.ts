import { DomainError } from '../shared/domain-error.js';
import type { Rupiah } from '../shared/rupiah.js';
import { nextMonth, type ServiceMonth } from '../shared/service-month.js';
import type { PeriodTotal } from './book-entry.js';
import type { CashBook } from './cash-book.js';
import { trialBalance } from './trial-balance.js';

/** Register Penutupan Kas of a month: it ties with the month after and with the ledger's trial balance. */
export interface ClosingSheet {
  readonly month: ServiceMonth;
  readonly opening: Rupiah;
  readonly receipts: Rupiah;
  readonly payments: Rupiah;
  readonly closing: Rupiah;
  /** As the book of the next month begins. */
  readonly nextOpening: Rupiah;
  /** What the trial balance says the cash account holds at the end of the month. */
  readonly ledgerBalance: Rupiah;
}

/**
 * The closing of a month, worked out twice: from the entries in the books and from the sealed totals of the
 * batches.
 *
 * @param books Buku Kas Umum and Buku Bank of the month
 * @param totals of the cash account
 * @throws DomainError `book.does-not-tie` when books and totals disagree: somebody changed one of them
 */
export function closingSheet(
  { general, bank }: { readonly general: CashBook; readonly bank: CashBook },
  cash: { readonly id: number; readonly code: string },
  totals: readonly PeriodTotal[],
): ClosingSheet {
  const { month, opening, thisMonth, closing } = general;
  const ledger = trialBalance([cash], totals, { from: month, to: month });
  const next = trialBalance([cash], totals, { from: nextMonth(month), to: nextMonth(month) });
  const isTied =
    opening + thisMonth.receipts - thisMonth.payments === closing &&
    bank.closing === closing &&
    ledger.total.closing === closing &&
    next.total.opening === closing;
  if (!isTied) {
    const facts = { month, account: cash.code, book: closing, ledger: ledger.total.closing };
    throw new DomainError('conflict', 'book.does-not-tie', facts);
  }
  const { receipts, payments } = thisMonth;
  const nextOpening = next.total.opening;
  return { month, opening, receipts, payments, closing, nextOpening, ledgerBalance: ledger.total.closing };
}
