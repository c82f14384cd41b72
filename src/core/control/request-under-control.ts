import type { ApprovalBand } from '../approval/approval-bands.js';
import type { RecoveryMode } from '../overpayment/check-plan.js';
import type { OwedForMonth } from '../overpayment/set-aside-overpaid.js';
import type { DueInstalment } from '../overpayment/take-instalments.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { Sex } from '../kader/vocabulary.js';
import type { RateUnderControl } from './rates-of-line.js';
import type { ControlSettings } from './settings.js';

/** An SK of a kader: signed on a day, in force from one day to another (null = no end known). */
export interface AppointmentUnderControl {
  readonly skNumber: string;
  readonly skDate: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly posyandu: string;
}

/** A person on a roster, by what tells people apart. */
export interface Person {
  readonly kaderId: number;
  readonly name: string;
  readonly nik: string;
  readonly birthDate: PlainDate;
  readonly nagari: string;
  readonly account: AccountUnderControl | null;
}

export interface AccountUnderControl {
  readonly bank: string;
  /** The same for the same number, and for no other; it tells nothing of the number. */
  readonly key: string;
  /** Masked. */
  readonly number: string;
  /** The name in the bank book. */
  readonly holder: string;
  /** Whose it is when it is the account of her heir; null = her own. */
  readonly heir: HeirUnderControl | null;
}

/** The heir of somebody who died; `isInForce`: the record that counts is confirmed and of the death on the roster. */
interface HeirUnderControl {
  readonly name: string;
  readonly nik: string | null;
  readonly isInForce: boolean;
}

/** Somebody the request pays. */
export interface Member extends Person {
  readonly sex: Sex;
  readonly deceasedOn: PlainDate | null;
  readonly appointments: readonly AppointmentUnderControl[];
}

/** The decree an amount rests on, as the version of the honor policy that was used. */
interface DecreeUnderControl {
  readonly policy: string;
  readonly number: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** So many activities of these kinds; null when nothing says of which. */
export interface CountedActivities {
  readonly kinds: readonly string[] | null;
  readonly count: number;
}

/** The first and the last day. */
export interface DaysPaid {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** What the request pays one kader with one component for one month, all corrections in it added up. */
export interface LineUnderControl {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly amount: Rupiah;
  /** What she is entitled to with it from all payers together. */
  readonly entitled: Rupiah;
  /** The full rate of a month; null where the component has none. */
  readonly rate: Rupiah | null;
  /** Every rate it was worked out with, whatever the component pays by. */
  readonly rates: readonly RateUnderControl[];
  /** The activities that were counted, by what they were counted as; none where the component counts none. */
  readonly counted: readonly CountedActivities[];
  /** Last day of service that a share of a yearly amount is for; null when the line is for its own month. */
  readonly servedThrough: PlainDate | null;
  /** Another decree carries the later days of the month, as the calculation found: this one begins it. */
  readonly changesWithin?: boolean;
  /** Of what days of hers it pays by its decree, as the calculation found; null = all she served of the month. */
  readonly daysPaid?: DaysPaid | null;
  readonly decree: DecreeUnderControl;
}

/** What another request, of this or another payer, pays or paid of the same months. */
export interface OtherPayment {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly amount: Rupiah;
  readonly payer: string;
  readonly request: string;
}

/** Somebody whom another live request of this payer pays for a month that this one pays too. */
export interface HeadUnderControl {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
  readonly request: string;
  /** The days of an SK of hers that touch the month; none where no SK covers any of it. */
  readonly served: readonly { readonly from: PlainDate; readonly to: PlainDate | null }[];
  /** All of it is a share of a yearly amount. */
  readonly isForYear: boolean;
}

/** What a kader got from this payer in one of the months before. */
interface PastPayment {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly amount: Rupiah;
}

/** A verified activity, with those of the request who attended it in their service. */
export interface EventUnderControl {
  readonly posyandu: string;
  readonly heldOn: PlainDate;
  readonly kind: string;
  readonly attendedBy: readonly number[];
}

/** A budget line: what the request asks of it, and what of it others have not taken. */
interface SourceUnderControl {
  readonly source: string;
  readonly asked: Rupiah;
  readonly available: Rupiah;
  /** Tranches recorded, and what was paid out of it before this request. */
  readonly received: Rupiah;
  readonly paid: Rupiah;
  /** Held by other requests that were submitted before and are not paid yet. */
  readonly bound: Rupiah;
  /** Whether the payer records tranches in this year at all; if not, cash says nothing. */
  readonly recordsCash: boolean;
}

/** A limit set by a decree: of a rate in rupiah for a region, or of the heads one payer may pay. */
export interface Ceiling {
  readonly kind: 'rate' | 'headcount';
  /** Region code for a rate, payer code for a headcount. */
  readonly scope: string;
  /** Null for a headcount. */
  readonly component: string | null;
  readonly limit: bigint;
  /** What a price is for: a month, or one activity. */
  readonly unit: 'month' | 'activity';
  /** The kind of activity a price is for; null when it is for any, or for a month. */
  readonly activity: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly basis: string;
}

/** Honor from the state that a kader said she gets elsewhere. */
export interface Declaration {
  readonly kaderId: number;
  readonly body: string;
  readonly what: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Something cut from an honor: by which policy, and the participant's number where the kind asks for one. */
export interface DeductionUnderControl {
  readonly kaderId: number;
  readonly kind: string;
  readonly amount: Rupiah;
  readonly policy: string | null;
  readonly proof: string | null;
}

/** An older month that is owed and in no request. */
interface Arrear {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
}

/** A month that was paid though no SK covers it any more. */
interface PaidOutsideSk {
  readonly kader: string;
  readonly nik: string;
  readonly month: ServiceMonth;
  readonly amount: Rupiah;
  readonly request: string;
}

/** What a kader of the request still owes back to its payer, by a case that is open. */
export interface OverpaymentUnderControl {
  readonly overpaymentId: number;
  readonly number: string;
  readonly kaderId: number;
  /** Owed and held by no request. */
  readonly amount: Rupiah;
  /** Whether the newest plan she signed is there, and a second person confirmed it. */
  readonly plan: 'none' | 'proposed' | 'confirmed';
  /** The request takes an instalment of it. */
  readonly isTakenHere: boolean;
}

/** An instalment of a plan that was confirmed, or a part of one, that is owed and held by no request. */
export interface InstalmentUnderControl extends DueInstalment {
  readonly mode: RecoveryMode;
  readonly due: ServiceMonth;
  readonly source: string;
}

/** Another live request of this payer that spends of the same budget year. */
export interface SiblingUnderControl {
  readonly request: string;
  readonly gross: Rupiah;
  readonly submittedOn: PlainDate;
  /** What it pays for months that this request pays too. */
  readonly shared: Rupiah;
}

type Part = 'penyusun' | 'verifikator' | 'pemberi persetujuan' | 'pembayar' | 'penanda tangan tambahan';

/** Somebody who took a step or signed beside it, or for whom somebody else did so under a mandate. */
export interface Hand {
  readonly part: Part | `${Part} yang diwakili`;
  readonly person: string;
}

interface AccountHandUnderControl {
  readonly person: string;
  readonly kader: string;
  readonly isChange: boolean;
}

/** A frozen payment request and everything around it that a control looks at: one snapshot. */
export interface RequestUnderControl {
  readonly number: string;
  readonly today: PlainDate;
  readonly settings: ControlSettings;
  /** `cashAccount`: the kas account that money leaves by; null when there is none. */
  readonly payer: { readonly code: string; readonly name: string; readonly cashAccount: string | null };
  readonly months: readonly ServiceMonth[];
  readonly gross: Rupiah;
  /** The day of its submission; null for a draft. */
  readonly submittedOn: PlainDate | null;
  /** The bands of amounts it comes under, of all scopes. */
  readonly bands: readonly ApprovalBand[];
  /** None where it comes under no band. */
  readonly siblings: readonly SiblingUnderControl[];
  /** Of a request that pays debt of a closed year: the line that pays it and the decree; null in an ordinary one. */
  readonly debt: { readonly source: string; readonly basis: string | null } | null;
  readonly members: readonly Member[];
  readonly lines: readonly LineUnderControl[];
  readonly others: readonly OtherPayment[];
  readonly past: readonly PastPayment[];
  /** Whom other live requests of the payer pay; none where no headcount is named for it. */
  readonly heads: readonly HeadUnderControl[];
  /** People on any roster who may be the same person as a member: same account, birth date or name. */
  readonly neighbours: readonly Person[];
  /** Verified activities of the posyandu of the members, from `idleMonths` before the last month. */
  readonly events: readonly EventUnderControl[];
  readonly sources: readonly SourceUnderControl[];
  readonly ceilings: readonly Ceiling[];
  readonly declarations: readonly Declaration[];
  readonly deductions: readonly DeductionUnderControl[];
  /** Payments prepared so far; none before approval. */
  readonly payments: readonly { readonly kaderId: number; readonly amount: Rupiah }[];
  readonly arrears: readonly Arrear[];
  readonly paidOutsideSk: readonly PaidOutsideSk[];
  readonly overpayments: readonly OverpaymentUnderControl[];
  readonly instalments: readonly InstalmentUnderControl[];
  /** What the request pays, by budget line, to those who have instalments. */
  readonly shares: readonly OwedForMonth[];
  readonly hands: readonly Hand[];
  readonly accountHands: readonly AccountHandUnderControl[];
}
