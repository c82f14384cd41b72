import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { Rounding } from '../shared/rounding.js';
import type { FundingRule } from '../funding/funding-rule.js';

/** The decree that allows an amount to be paid (Perbup, Perna, SK): who pays must be able to show it. */
export interface LegalBasis {
  readonly number: string;
  readonly date: PlainDate;
  readonly title: string;
}

/**
 * How a month that was served in part is paid. `full-month`: in full; `active-on-first`: in full when the
 * kader was active on the 1st, else nothing; `by-days`: active days over the days of the month.
 */
export const prorations = ['full-month', 'active-on-first', 'by-days'] as const;
type Proration = (typeof prorations)[number];

interface ComponentCommon {
  /** Unique within the policy; a kader is paid a component at most once a month, whoever pays. */
  readonly code: string;
  readonly name: string;
  readonly funding: FundingRule;
}

/** The same amount a month for everyone (flat), or one by role; rupiah a month. */
export interface FlatMonthlyComponent extends ComponentCommon {
  readonly kind: 'flat-monthly';
  readonly amount: Rupiah;
  readonly proration: Proration;
  readonly rounding: Rounding;
}

/** An amount a month for each role; a role without an amount is a missing rate, never zero. */
export interface ByRoleComponent extends ComponentCommon {
  readonly kind: 'by-role';
  readonly amounts: ReadonlyMap<string, Rupiah>;
  readonly proration: Proration;
  readonly rounding: Rounding;
}

/** A rate for each verified activity of the named kinds, counted up to a maximum a month. */
export interface PerActivityComponent extends ComponentCommon {
  readonly kind: 'per-activity';
  readonly rate: Rupiah;
  readonly activityKinds: readonly string[];
  readonly activityCountMax: number;
}

export type HonorComponent = FlatMonthlyComponent | ByRoleComponent | PerActivityComponent;

/** Rules of pay for one region and time, with the decree behind them. Never edited: a change is a new version. */
export interface HonorPolicy {
  readonly code: string;
  readonly name: string;
  /** Kemendagri code of the region it holds for, and everything under it. */
  readonly scope: string;
  readonly legalBasis: LegalBasis;
  readonly validFrom: PlainDate;
  /** Last day it holds; null = until it is replaced. */
  readonly validTo: PlainDate | null;
  readonly components: readonly HonorComponent[];
}
