import type { LeftOut } from '../../honor/kader-month.js';
import type { ErrorCode } from '../../messages/catalog.js';
import type { RequestState } from '../../payment/request-state.js';
import type { LegalBasis } from '../../policy/legal-basis.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { AccountFacts, HoldingFacts, PayeeFacts, ShareFacts, SourceFacts } from '../owed/facts.js';
import type { StoredReason } from './describe-stored-reason.js';

/** Who is asked about. */
interface ExplainedKader extends PayeeFacts {
  readonly nagariCode: string;
  readonly nagariName: string;
}

/** An SK that names her. */
export interface AppointmentRow {
  readonly skNumber: string;
  readonly skDate: PlainDate;
  readonly role: string;
  readonly bidang: string;
  readonly tier: string | null;
  readonly posyandu: string;
  readonly nagariName: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly endReason: string | null;
}

/** An activity of the month that she attended. */
export interface AttendedRow {
  readonly on: PlainDate;
  readonly kind: string;
  readonly posyandu: string;
  readonly isVerified: boolean;
  /** Why it does not count whether or not it is verified; null = it was in her service. */
  readonly leftOut: LeftOut | null;
}

/** The decree and version a revision was worked out by. */
export interface PolicyRow {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly legalBasis: LegalBasis;
}

/** An honor line as it is stored: the first of its component, or a later correction. */
export interface RevisionRow {
  readonly calculationId: number;
  readonly calculatedOn: PlainDate;
  readonly component: string;
  readonly componentName: string;
  readonly revision: number;
  readonly amount: Rupiah;
  readonly policy: PolicyRow;
  readonly reasons: readonly StoredReason[];
}

/** Why a calculation gave nothing for the month, or for one component of it (null = the whole month). */
export interface ExclusionRow {
  readonly calculationId: number;
  readonly calculatedOn: PlainDate;
  readonly component: string | null;
  readonly code: ErrorCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Where an entry stands in the ledger. */
export interface LedgerPlace {
  readonly batchId: number;
  readonly sequence: number;
  readonly position: bigint;
  readonly on: PlainDate;
  readonly memo: string;
}

export interface StepRow {
  readonly to: RequestState;
  readonly on: PlainDate;
  readonly by: string;
  readonly position: string;
  readonly reason: string | null;
}

/** What a request takes off her honor, by which decree; of a premium, who pays it instead of her (null = she does). */
interface DeductionRow {
  readonly kind: 'pph21' | 'bpjs';
  readonly month: ServiceMonth | null;
  readonly amount: Rupiah;
  readonly policy: string;
  readonly legalBasis: string;
  readonly borneBy: string | null;
}

/** Her money in one request. */
export interface PaymentRow {
  readonly number: string;
  readonly state: RequestState;
  readonly payer: string;
  readonly payerName: string;
  readonly months: readonly ServiceMonth[];
  readonly preparedOn: PlainDate;
  readonly preparedBy: string;
  readonly steps: readonly StepRow[];
  /** What the request pays her, for all its months, before and after deductions; net null until it is approved. */
  readonly gross: Rupiah;
  readonly net: Rupiah | null;
  readonly deducted: readonly DeductionRow[];
  readonly reference: string | null;
  readonly account: AccountFacts | null;
  readonly paidOn: PlainDate | null;
  readonly returnedOn: PlainDate | null;
  readonly note: string | null;
  readonly entry: LedgerPlace | null;
  readonly returnEntry: LedgerPlace | null;
}

/** How her month would come out if it were calculated now. */
export type Outlook = 'same' | 'differs' | 'month-not-over' | DecemberNotYet | readonly string[];

/** A December that is running, and from which day the policy lets it be calculated, by which paper. */
export interface DecemberNotYet {
  readonly from: string;
  readonly basis: string;
}

/** Everything that is known of a kader and a month, as plain rows. */
export interface ExplanationFacts {
  readonly month: ServiceMonth;
  readonly today: PlainDate;
  readonly kader: ExplainedKader;
  readonly appointments: readonly AppointmentRow[];
  readonly attended: readonly AttendedRow[];
  /** The newest calculation of her region and month, whether or not she was in it. */
  readonly calculation: { readonly id: number; readonly on: PlainDate } | null;
  readonly revisions: readonly RevisionRow[];
  readonly exclusions: readonly ExclusionRow[];
  readonly accruals: readonly LedgerPlace[];
  /** All shares and holdings on her budget lines, of everybody: a ceiling is short only against all of them. */
  readonly shares: readonly ShareFacts[];
  readonly holdings: readonly HoldingFacts[];
  readonly sources: readonly SourceFacts[];
  readonly payments: readonly PaymentRow[];
  /** Why nothing could be calculated now, in sentences, where a rule is missing. */
  readonly outlook: Outlook;
}
