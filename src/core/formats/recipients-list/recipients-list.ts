import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';

/** One who signs below the list; `caption` is what the signature means ("Lunas dibayar,"). */
export interface Signatory {
  readonly caption: string;
  readonly position: string;
  readonly name: string;
  readonly nip?: string;
}

/** What one kader receives out of this payment request. NIK and account come whole and are masked here. */
export interface Recipient {
  readonly name: string;
  readonly nik: string;
  readonly posyandu: string;
  readonly jorong: string;
  readonly role: string;
  readonly decree: { readonly number: string; readonly date: PlainDate };
  /** How many service months are paid. */
  readonly months: number;
  /** Honor a month; undefined where the months differ. */
  readonly rate: Rupiah | undefined;
  readonly gross: Rupiah;
  readonly incomeTax: Rupiah;
  readonly otherDeductions: Rupiah;
  readonly net: Rupiah;
  /** Undefined: paid in cash. */
  readonly account: { readonly bank: string; readonly number: string } | undefined;
}

/** Daftar Penerimaan Honor of one payment request, as data. */
export interface RecipientsList {
  /** The letterhead from the top: the government, then each office down to the one that pays. */
  readonly offices: readonly string[];
  readonly address?: string;
  readonly requestNumber: string;
  /** "2.2.02 Penyelenggaraan Posyandu". */
  readonly activityCode: string;
  /** "5.2.2.03 Honorarium/Insentif Pelayanan Desa". */
  readonly accountCode: string;
  /** One text a funding source: "ADN 2026". */
  readonly fundingSources: readonly string[];
  readonly months: readonly ServiceMonth[];
  readonly place: string;
  readonly date: PlainDate;
  readonly signatories: readonly Signatory[];
  /** Head of the ledger chain at the time of payment, hex. */
  readonly ledgerHead: string;
  readonly recipients: readonly Recipient[];
}
