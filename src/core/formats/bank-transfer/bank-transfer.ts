import { DomainError } from '../../shared/domain-error.js';
import { invariant } from '../../shared/invariant.js';
import type { Rupiah } from '../../shared/rupiah.js';
import { bankText } from './bank-text.js';

/** One transfer to one kader. The reference finds the payment again in the bank's answer. */
export interface BankTransfer {
  readonly reference: string;
  /** Three digits, as Bank Indonesia numbers banks: "118". */
  readonly bankCode: string;
  readonly bankName: string;
  readonly account: string;
  readonly payee: string;
  readonly amount: Rupiah;
  readonly remark: string;
}

export const bankTransferColumns = [
  'NO_REFERENSI',
  'KODE_BANK',
  'NAMA_BANK',
  'NO_REKENING',
  'NAMA_PENERIMA',
  'NOMINAL',
  'KETERANGAN',
] as const;

const LONGEST_NAME = 40;
const LONGEST_REMARK = 140;

/**
 * The neutral bank file, line by line: comma separated, CRLF, no BOM, accounts as digits with their leading
 * zeros. It has no control line, so that any bank's column mapping fits; count and total are in its name.
 */
export function* bankTransferLines(transfers: Iterable<BankTransfer>): Generator<string> {
  yield `${bankTransferColumns.join(',')}\r\n`;
  for (const transfer of transfers) yield `${cellsOf(transfer).join(',')}\r\n`;
}

/** "transfer_00045-SPP-2026_38-orang_8550000.csv": how many and how much, to hold against the bank's screen. */
export function bankTransferFileName(requestNumber: string, count: number, total: Rupiah): string {
  return `transfer_${requestSlug(requestNumber)}_${String(count)}-orang_${total.toString()}.csv`;
}

/** The number of a request as every file name of it writes it: "45/SPP/2026" as "45-SPP-2026". */
export function requestSlug(requestNumber: string): string {
  return requestNumber.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function cellsOf(transfer: BankTransfer): string[] {
  const { reference, bankCode, account, amount } = transfer;
  invariant(isReference(reference), `${reference} is a payment reference`);
  invariant(amount > 0n, `the transfer ${reference} moves money`);
  if (!/^\d{3}$/.test(bankCode)) refuse('bank-transfer.bank-code', transfer, bankCode);
  if (!/^\d{5,20}$/.test(account)) refuse('bank-transfer.account', transfer, account);
  const payee = bankText(transfer.payee, LONGEST_NAME);
  if (payee === '') refuse('bank-transfer.payee', transfer, transfer.payee);
  return [
    reference,
    bankCode,
    bankText(transfer.bankName, LONGEST_NAME),
    account,
    payee,
    amount.toString(),
    bankText(transfer.remark, LONGEST_REMARK),
  ];
}

/** References are ours and must come back unchanged. */
export function isReference(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,34}$/.test(text);
}

type Refusal = 'bank-transfer.bank-code' | 'bank-transfer.account' | 'bank-transfer.payee';

function refuse(code: Refusal, { payee, reference }: BankTransfer, value: string): never {
  throw new DomainError('invalid', code, { payee, reference, value });
}
