import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';

/** A tranche of cash that came in for a budget line. */
export interface Receipt {
  readonly amount: Rupiah;
  /** The day it was on the account. */
  readonly on: PlainDate;
  /** The paper it came with: the number of the SP2D or of the bank's credit advice. */
  readonly reference: string;
  /** Why it came in another year than the budget line's; null when there is nothing to explain. */
  readonly note: string | null;
}

/** A tranche as it is recorded. */
export interface RecordedReceipt extends Receipt {
  readonly moveId: number;
  readonly batchId: number;
  /** Why it was undone; null while it stands. */
  readonly retractedBecause: string | null;
}

/** The budget line that a tranche is for. */
export interface ReceivingSource {
  /** `13.10.04.2001/DDS/2026`. */
  readonly key: string;
  readonly fiscalYear: number;
}

/** Text of a command as it is recorded: no space around it, single ones within. */
export function tidyText(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/**
 * Whether a tranche is new, or recorded already.
 *
 * @param earlier what is recorded under its reference, oldest first; all but the last were undone
 * @throws DomainError when it cannot be so, or its reference stands for another tranche
 */
export function planReceipt(
  source: ReceivingSource,
  receipt: Receipt,
  earlier: readonly RecordedReceipt[],
  today: PlainDate,
): 'record' | 'recorded' {
  refuseUnreadable(source, receipt, today);
  const standing = earlier.find((one) => one.retractedBecause === null);
  if (standing === undefined) return 'record';
  const differing = fields.find(({ of }) => of(standing) !== of(receipt));
  if (differing === undefined) return 'recorded';
  throw new DomainError('conflict', 'funding.receipt-differs', {
    source: source.key,
    reference: receipt.reference,
    field: differing.name,
    before: differing.of(standing),
    after: differing.of(receipt),
  });
}

const fields = [
  { name: 'jumlah', of: (receipt: Receipt) => formatRupiah(receipt.amount) },
  { name: 'tanggal', of: (receipt: Receipt) => formatDate(receipt.on) },
  { name: 'keterangan', of: (receipt: Receipt) => receipt.note ?? '(kosong)' },
] as const;

function refuseUnreadable({ key, fiscalYear }: ReceivingSource, receipt: Receipt, today: PlainDate): void {
  const { reference, on, note } = receipt;
  if (reference === '') {
    throw new DomainError('invalid', 'funding.receipt-reference-missing', { source: key });
  }
  if (on > today) {
    const facts = { source: key, on: formatDate(on), today: formatDate(today) };
    throw new DomainError('invalid', 'funding.receipt-in-future', facts);
  }
  const isOfYear = on.startsWith(`${String(fiscalYear)}-`);
  if (isOfYear || note !== null) return;
  const facts = { source: key, on: formatDate(on), year: fiscalYear };
  throw new DomainError('invalid', 'funding.receipt-year-unexplained', facts);
}
