import { invariant } from '../../shared/invariant.js';
import type { Rupiah } from '../../shared/rupiah.js';
import { bankText } from './bank-text.js';
import { isReference } from './bank-transfer.js';

/** What the bank says of one transfer. */
export interface BankResult {
  readonly reference: string;
  readonly amount: Rupiah;
  readonly status: BankResultStatus;
  readonly remark: string;
}

export type BankResultStatus = keyof typeof bankResultStatuses;

/** The columns of the file that comes back, each with the spellings we read; the first is ours. */
export const bankResultColumns = {
  reference: [
    'NO_REFERENSI',
    'NO REFERENSI',
    'NOMOR REFERENSI',
    'REFERENSI',
    'REFERENCE',
    'CUSTOMER REFERENCE',
  ],
  amount: ['NOMINAL', 'JUMLAH', 'AMOUNT'],
  status: ['STATUS', 'STATUS TRANSAKSI'],
  remark: ['KETERANGAN', 'ALASAN', 'REMARK', 'DESCRIPTION'],
} as const satisfies Record<keyof BankResult, readonly string[]>;

/** How banks write the outcome, upper case; the first is ours. Anything else is not an answer. */
export const bankResultStatuses = {
  paid: ['BERHASIL', 'SUKSES', 'SUCCESS', 'SUCCESSFUL'],
  returned: ['GAGAL', 'RETUR', 'DITOLAK', 'FAILED', 'REJECTED'],
} as const;

const LONGEST_REMARK = 140;

/** A bank's answer in the neutral form, line by line. */
export function* bankResultLines(results: Iterable<BankResult>): Generator<string> {
  const { reference, amount, status, remark } = bankResultColumns;
  yield `${[reference[0], amount[0], status[0], remark[0]].join(',')}\r\n`;
  for (const result of results) {
    invariant(isReference(result.reference), `${result.reference} is a payment reference`);
    const word = bankResultStatuses[result.status][0];
    const cells = [result.reference, result.amount.toString(), word, bankText(result.remark, LONGEST_REMARK)];
    yield `${cells.join(',')}\r\n`;
  }
}
