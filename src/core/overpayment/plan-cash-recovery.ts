import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';
import type { OverpaymentBalance } from './overpayment-balance.js';

/** Cash that came back, by the receipt the office gave for it. */
export interface CashReceipt {
  readonly caseNumber: string;
  readonly amount: Rupiah;
  readonly on: PlainDate;
  readonly receipt: string;
}

/**
 * Whether cash is recorded now, or was recorded before by the same command.
 *
 * @param earlier what the same payer recorded under this receipt number
 * @throws DomainError when it cannot be so, is more than is still owed, or the receipt stands for something else
 */
export function planCashRecovery(
  wish: CashReceipt,
  earlier: CashReceipt | undefined,
  balance: OverpaymentBalance,
  today: PlainDate,
): 'record' | 'recorded' {
  const { caseNumber: number, amount, on, receipt } = wish;
  if (receipt === '') throw new DomainError('invalid', 'overpayment.receipt-missing', { number });
  if (earlier !== undefined) {
    const [before, after] = [shown(earlier), shown(wish)];
    if (before === after) return 'recorded';
    throw new DomainError('conflict', 'overpayment.receipt-differs', { receipt, before, after });
  }
  if (on > today) {
    const facts = { number, on: formatDate(on), today: formatDate(today) };
    throw new DomainError('invalid', 'overpayment.receipt-in-future', facts);
  }
  const { rest, held } = balance;
  const owed = rest - held;
  if (amount <= owed) return 'record';
  throw new DomainError('conflict', 'overpayment.receipt-above-rest', { number, amount, owed, rest, held });
}

function shown({ caseNumber, amount, on }: CashReceipt): string {
  return `${caseNumber}, ${formatRupiah(amount)} tanggal ${formatDate(on)}`;
}
