import type { BankTransfer } from '../formats/bank-transfer/bank-transfer.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import type { Recipient } from '../formats/recipients-list/recipients-list.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';

/** One kader's payment with all that the papers say of it. */
export interface PaymentLine {
  readonly reference: string;
  readonly name: string;
  readonly nik: string;
  readonly posyandu: string;
  readonly jorong: string;
  readonly role: string;
  readonly skNumber: string;
  readonly skDate: PlainDate;
  /** How many service months are paid. */
  readonly months: number;
  /** The one amount a month, or null where the months differ. */
  readonly rate: Rupiah | null;
  readonly gross: Rupiah;
  readonly incomeTax: Rupiah;
  /** Premiums of her own; there is no other deduction. */
  readonly premiums: Rupiah;
  /** What is transferred. */
  readonly net: Rupiah;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly accountName: string;
  /** Who is paid for her when she died; null = she is paid herself. */
  readonly heirName: string | null;
}

const roleNames: Readonly<Record<string, string>> = {
  ketua: 'Ketua',
  sekretaris: 'Sekretaris',
  bendahara: 'Bendahara',
  'ketua-bidang': 'Ketua Bidang',
  kader: 'Kader',
};

/**
 * The payment as a row of the recipients' list: an heir signs for what she receives, while NIK, posyandu and SK stay
 * those of the kader who earned it.
 */
export function recipientOf(line: PaymentLine, bank: string): Recipient {
  const { name, nik, posyandu, jorong, months, gross, incomeTax, premiums, net } = line;
  return {
    name: line.heirName === null ? name : `${line.heirName}, ahli waris dari ${name}`,
    nik,
    posyandu,
    jorong,
    role: roleNames[line.role] ?? line.role,
    decree: { number: line.skNumber, date: line.skDate },
    months,
    rate: line.rate ?? undefined,
    gross,
    incomeTax,
    otherDeductions: premiums,
    net,
    account: { bank, number: line.accountNumber },
  };
}

/** The payment as a line of the bank file, in the name the account is in. */
export function bankTransferOf(
  line: PaymentLine,
  bankName: string,
  months: readonly ServiceMonth[],
): BankTransfer {
  return {
    reference: line.reference,
    bankCode: line.bankCode,
    bankName,
    account: line.accountNumber,
    payee: line.accountName,
    amount: line.net,
    remark: `Honor kader ${monthsPhrase(months)}${line.heirName === null ? '' : `, ahli waris dari ${line.name}`}`,
  };
}
