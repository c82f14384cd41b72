import type { FundingRule } from '../funding/funding-rule.js';
import type { Rounding } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';

interface ComponentCommon {
  /** Unique among all that a kader is paid by; a kader is paid a component at most once a month, whoever pays. */
  readonly code: string;
  readonly name: string;
  readonly funding: FundingRule;
}

/**
 * How a month that was served in part is paid. `full-month`: in full; `active-on-first`: in full when the
 * kader was active on the 1st, else nothing; `from-next-month`: in full, except the month in which her service
 * began; `by-days`: active days over the days of the month.
 */
export const plainProrations = ['full-month', 'active-on-first', 'from-next-month', 'by-days'] as const;

/** In full from so many active days on, else half. */
export interface HalfMonth {
  readonly fullFromDays: number;
}

export type Proration = (typeof plainProrations)[number] | HalfMonth;

interface MonthlyCommon extends ComponentCommon {
  readonly proration: Proration;
  readonly rounding: Rounding;
}

/** The same amount a month for everyone; rupiah a month. */
export interface FlatMonthlyComponent extends MonthlyCommon {
  readonly kind: 'flat-monthly';
  readonly amount: Rupiah;
}

/** An amount a month for each role; a role without an amount is a missing rate, never zero. */
export interface ByRoleComponent extends MonthlyCommon {
  readonly kind: 'by-role';
  readonly amounts: ReadonlyMap<string, Rupiah>;
}

/** An amount a month for each tier (tingkatan) a kader has a certificate of. */
export interface ByTierComponent extends MonthlyCommon {
  readonly kind: 'by-tier';
  readonly amounts: ReadonlyMap<string, Rupiah>;
  /** For who has no tier on record; null = she is not paid until one is recorded. */
  readonly withoutTier: Rupiah | null;
}

/** An amount a month for each bidang SPM; the others are named as not paid (yet), none is forgotten. */
export interface ByBidangComponent extends MonthlyCommon {
  readonly kind: 'by-bidang';
  readonly amounts: ReadonlyMap<string, Rupiah>;
  readonly unpaid: readonly string[];
}

/** What is missing from another component's month up to a total, as a musyawarah settles it above a floor. */
export interface TopUpComponent extends MonthlyCommon {
  readonly kind: 'top-up';
  readonly total: Rupiah;
  /** Code of the floor: a monthly component of the same policy, or of the one that this policy adds to. */
  readonly of: string;
}

/** A rate for each verified activity of the named kinds, counted up to a maximum a month. */
export interface PerActivityComponent extends ComponentCommon {
  readonly kind: 'per-activity';
  readonly rate: Rupiah;
  readonly activityKinds: readonly string[];
  readonly activityCountMax: number;
}

/** A rate and a maximum count for each kind of verified activity, and a maximum for all of them together. */
export interface ByActivityKindComponent extends ComponentCommon {
  readonly kind: 'by-activity-kind';
  readonly rates: ReadonlyMap<string, ActivityRate>;
  /** Rupiah a month; null = the counts alone limit it. */
  readonly amountMax: Rupiah | null;
}

export interface ActivityRate {
  readonly rate: Rupiah;
  readonly countMax: number;
}

/** Reimbursed travel for each verified event she attended: beside an honor, never instead of it. */
export interface TransportComponent extends ComponentCommon {
  readonly kind: 'transport';
  readonly rate: Rupiah;
  readonly activityKinds: readonly string[];
  readonly eventCountMax: number;
}

/** How much of the events held at her posyandu a kader must attend to be paid in full. */
export type AttendanceThreshold = { readonly percent: number } | { readonly count: number };

/** An amount a month for who attended enough of the events that her posyandu held on her days of service. */
export interface AttendanceComponent extends ComponentCommon {
  readonly kind: 'attendance-threshold';
  readonly amount: Rupiah;
  readonly activityKinds: readonly string[];
  readonly threshold: AttendanceThreshold;
  /** Below the threshold: nothing, or the attended part of the events held (or of the count asked for). */
  readonly below: 'none' | 'proportional';
  readonly rounding: Rounding;
}

interface LumpCommon extends ComponentCommon {
  /** The months of service it is earned in, 1 to 12, in order. */
  readonly paidIn: readonly number[];
  /**
   * `full`: whoever is active then; `months-served`: whoever served since the paid month before, or January, by the
   * months she did, also when she has left.
   */
  readonly proration: (typeof lumpProrations)[number];
  readonly rounding: Rounding;
}

export const lumpProrations = ['full', 'months-served'] as const;

/** One amount a year, or for each of several parts of it. */
export interface LumpComponent extends LumpCommon {
  readonly kind: 'lump';
  readonly amount: Rupiah;
}

/** Another month's worth of a monthly component, such as a 13th month. */
export interface ThirteenthMonthComponent extends LumpCommon {
  readonly kind: 'thirteenth-month';
  /** Code of a monthly component of the same policy. */
  readonly of: string;
}

export type MonthlyComponent =
  FlatMonthlyComponent | ByRoleComponent | ByTierComponent | ByBidangComponent | TopUpComponent;

export type HonorComponent =
  | MonthlyComponent
  | PerActivityComponent
  | ByActivityKindComponent
  | TransportComponent
  | AttendanceComponent
  | LumpComponent
  | ThirteenthMonthComponent;

/** Whether a component is so much a month, so that another may be worked out from it. */
export function isMonthly(component: HonorComponent): component is MonthlyComponent {
  return 'proration' in component && !('paidIn' in component);
}
