import type { PlainDate } from '../shared/plain-date.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { LeftOutActivity } from './kader-month.js';

/**
 * One step of how an amount came about, in order; stored with the amount so that anyone can follow it.
 * `amount` is what the step comes to; `describeReason` has the words.
 */
export type Reason =
  | {
      readonly step: 'policy';
      readonly policy: string;
      readonly version: number;
      readonly legalBasis: string;
    }
  | {
      /** A correction: the amount so far was worked out by the first policy, and now by the second. */
      readonly step: 'policy-replaced';
      readonly policy: string;
      readonly version: number;
      readonly legalBasis: string;
      readonly byPolicy: string;
      readonly byVersion: number;
      readonly because: string | null;
    }
  | { readonly step: 'tops-up'; readonly floorPolicy: string }
  | {
      /** Another policy took over within the month; the month is paid by the one of its first day. */
      readonly step: 'policy-from-next-month';
      readonly policy: string;
      readonly version: number;
      readonly from: PlainDate;
    }
  | {
      /** She served elsewhere later in the month; it is paid where she was first. */
      readonly step: 'month-of-first-place';
      readonly until: PlainDate;
    }
  | {
      /** Calculated in a December that was not over: from this day on it may be, and which paper says so. */
      readonly step: 'december-before-its-end';
      readonly from: PlainDate;
      readonly basis: string;
    }
  | { readonly step: 'appointment'; readonly sk: string; readonly from: PlainDate; readonly to: PlainDate }
  | {
      readonly step: 'bidang-not-started';
      readonly bidang: string;
      readonly from: PlainDate;
      readonly to: PlainDate;
    }
  | {
      /** Months of service that a lump is not paid for: no policy there had it then. */
      readonly step: 'months-without-policy';
      readonly months: readonly ServiceMonth[];
    }
  | UnpaidDaysReason
  | RateReason
  | PartOfMonthReason
  | ActivityReason
  | AttendanceReason
  | LumpReason
  | { readonly step: 'funded'; readonly source: string; readonly amount: Rupiah };

/** The step that names a policy and what it rests on. */
export function policyStep({ policy, version }: PolicyVersion): Reason {
  return { step: 'policy', policy: policy.code, version, legalBasis: policy.legalBasis.number };
}

/** Days of service that a component paid by days is not paid for, and why not; the other days are. */
export interface UnpaidDaysReason {
  readonly step: 'days-not-paid';
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
  readonly code: ExclusionCode;
  /** What the wording of the code asks for. */
  readonly facts: Readonly<Record<string, string>>;
}

/** What a whole month is worth. */
export type RateReason =
  | { readonly step: 'flat-monthly'; readonly amount: Rupiah }
  | { readonly step: 'by-role'; readonly role: string; readonly amount: Rupiah }
  | {
      readonly step: 'by-tier';
      readonly tier: string;
      readonly certificate: string;
      readonly since: PlainDate;
      readonly amount: Rupiah;
    }
  | { readonly step: 'without-tier'; readonly amount: Rupiah }
  | { readonly step: 'by-bidang'; readonly bidang: string; readonly amount: Rupiah }
  | {
      readonly step: 'top-up';
      /** The component it lifts to the total, and what that one is worth a month. */
      readonly component: string;
      readonly total: Rupiah;
      readonly floor: Rupiah;
      readonly amount: Rupiah;
    };

/** What is left of it for who served a part of the month. */
export type PartOfMonthReason =
  | {
      readonly step: 'prorated-by-days';
      readonly days: number;
      readonly ofDays: number;
      readonly amount: Rupiah;
    }
  | {
      readonly step: 'half-month';
      readonly days: number;
      readonly fullFromDays: number;
      readonly amount: Rupiah;
    };

export type ActivityReason =
  | {
      readonly step: 'per-activity' | 'transport';
      readonly counted: number;
      readonly verified: number;
      readonly countMax: number;
      readonly rate: Rupiah;
      readonly amount: Rupiah;
    }
  | {
      readonly step: 'activity-kind';
      readonly kind: string;
      readonly counted: number;
      readonly verified: number;
      readonly countMax: number;
      readonly rate: Rupiah;
      readonly amount: Rupiah;
    }
  | LeftOutReason
  | {
      readonly step: 'capped';
      readonly uncapped: Rupiah;
      /** The maximum. */
      readonly amount: Rupiah;
    };

/** A verified attendance that is not counted, because it was outside her service. */
export type LeftOutReason = LeftOutActivity & { readonly step: 'activity-left-out' };

/** Of the events `held`, she `attended` so many; `needed` are paid in full. */
export type AttendanceReason =
  | {
      readonly step: 'attendance-met';
      readonly attended: number;
      readonly held: number;
      readonly needed: number;
      readonly amount: Rupiah;
    }
  | {
      readonly step: 'attendance-below';
      readonly attended: number;
      readonly held: number;
      readonly needed: number;
      readonly full: Rupiah;
      /** The amount is attended / ofEvents of the full one. */
      readonly ofEvents: number;
      readonly amount: Rupiah;
    };

export type LumpReason =
  | { readonly step: 'lump'; readonly amount: Rupiah }
  | { readonly step: 'thirteenth-month'; readonly component: string; readonly amount: Rupiah }
  | {
      readonly step: 'months-served';
      readonly served: number;
      readonly ofMonths: number;
      readonly amount: Rupiah;
    };

/** Why a kader gets no honor for a month (or for one component of it). */
export type ExclusionCode =
  | 'honor.not-in-any-sk'
  | 'honor.appointment-ended'
  | 'honor.appointment-not-started'
  | 'honor.deceased'
  | 'honor.not-active-on-first'
  | 'honor.paid-from-next-month'
  | 'honor.no-verified-activity'
  | 'honor.activities-left-out'
  | 'honor.no-event-held'
  | 'honor.attendance-none'
  | 'honor.attendance-below'
  | 'honor.tier-unknown'
  | 'honor.bidang-not-paid'
  | 'honor.floor-reaches-total'
  | 'honor.paid-in-other-month'
  | 'honor.below-one-rupiah'
  | 'honor.top-up-not-whole-month'
  | 'honor.top-up-of-other-policy'
  | 'honor.bidang-not-started'
  | 'honor.bidang-without-start'
  | 'honor.month-paid-elsewhere'
  | 'honor.pseudonymised'
  | 'honor.recorded-too-late'
  | 'honor.calculated-elsewhere'
  | 'honor.elsewhere-not-ready'
  // Only in what was calculated before such months had a rule.
  | 'honor.moved-within-month';
