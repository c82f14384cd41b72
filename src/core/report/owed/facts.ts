import type { RequestState } from '../../payment/request-state.js';
import type { CurrentHeir } from '../../kader/heir/heir-status.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { PayingBodyKind } from '../office.js';

/** A share of honor on one budget line, as it was calculated: the first amount or a later correction. */
export interface ShareFacts {
  readonly entitlementId: number;
  readonly kaderId: number;
  readonly nagariCode: string;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly revision: number;
  readonly sourceId: number;
  readonly amount: Rupiah;
  /** The day from which the ledger owes it: the last of its month, or that of an earlier calculation. */
  readonly accruedOn: PlainDate;
}

/** A bank account as reports see it; of the number only the last digits need to be known. */
export interface AccountFacts {
  readonly bank: string;
  readonly number: string;
  /** Name of the heir whose it is; null = the kader's own. */
  readonly heir: string | null;
}

/** The record of an heir that counts, with who recorded it when. */
export interface HeirFacts extends CurrentHeir {
  readonly accountNumber: string;
  readonly recordedBy: string;
  readonly recordedOn: PlainDate;
}

/** A request that held a share, and what became of the money; a share may have been in several, one after another. */
export interface HoldingFacts {
  readonly entitlementId: number;
  readonly number: string;
  readonly state: RequestState;
  /** Day of the last step taken. */
  readonly since: PlainDate;
  /** Day on which the ledger says the money left; null = it has not. */
  readonly releasedOn: PlainDate | null;
  /** Day on which the ledger says it came back; null = it did not. */
  readonly returnedOn: PlainDate | null;
  /** What the bank answered, and when; null = nothing yet. */
  readonly paidOn: PlainDate | null;
  readonly note: string | null;
  readonly account: AccountFacts | null;
}

/** A budget line as it stands. */
export interface SourceFacts {
  readonly id: number;
  /** `13.10.04.2001/DDS/2026`. */
  readonly code: string;
  readonly payer: string;
  readonly payerName: string;
  readonly payerKind: PayingBodyKind;
  readonly fiscalYear: number;
  readonly ceiling: Rupiah;
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
  readonly received: Rupiah;
  /** What lapsed when its year was closed; null while the year is open. */
  readonly lapsed: Rupiah | null;
  /** What of it is bound or was spent for debts of earlier years. */
  readonly forDebts: Rupiah;
}

/** A kader as a payment sees her now. */
export interface PayeeFacts {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly deceasedOn: PlainDate | null;
  readonly heir: HeirFacts | null;
  /** The account in force; null when she has none. */
  readonly account: AccountFacts | null;
  /** A change of account that waits for its second person. */
  readonly pending: (AccountFacts & { readonly recordedBy: string; readonly recordedOn: PlainDate }) | null;
  /** The last transfer to the account in force came back. */
  readonly returned: { readonly on: PlainDate; readonly note: string } | null;
}
