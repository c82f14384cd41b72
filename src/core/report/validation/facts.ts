import type { BidangOpd } from '../../bidang/bidang-opd.js';
import type { BidangStarts } from '../../bidang/bidang-start.js';
import type { ListedReferral } from '../../referral/list-referrals.js';
import type { Region } from '../../region/region.js';
import type { PlainDate } from '../../shared/plain-date.js';
import type { Rupiah } from '../../shared/rupiah.js';
import type { ServiceMonth } from '../../shared/service-month.js';
import type { SourceForecast } from '../forecast/forecast.js';
import type { RosterFacts } from '../roster/roster-facts.js';
import type { Statement } from '../statement.js';

export interface PosyanduFacts {
  readonly id: number;
  readonly registrationNumber: string;
  readonly name: string;
  readonly nagariCode: string;
}

export interface ActivityFacts {
  readonly posyanduId: number;
  readonly on: PlainDate;
  readonly kind: string;
  readonly attendance: number;
  readonly isVerified: boolean;
}

/** A budget line with the region it belongs to: a nagari, or the region of an OPD. */
export type PlacedForecast = SourceForecast & { readonly regionCode: string };

/** What is looked for, and from when on something counts; data that a treasurer may set otherwise. */
export interface ValidationNorms {
  /** An SK that ends within so many days is told. */
  readonly endingDays: number;
  /** How many kader a posyandu usually has. */
  readonly usualKader: number;
  /** Roles every posyandu needs. */
  readonly roles: readonly string[];
}

export const usualNorms: ValidationNorms = {
  endingDays: 60,
  usualKader: 5,
  roles: ['ketua', 'sekretaris', 'bendahara'],
};

/** Everything known of a region, as plain rows. */
export interface ValidationFacts {
  readonly on: PlainDate;
  readonly norms: ValidationNorms;
  /** Months that are over, whose activities should be there. */
  readonly months: readonly ServiceMonth[];
  /** The region asked about and all under it. */
  readonly regions: readonly Region[];
  readonly posyandu: readonly PosyanduFacts[];
  readonly roster: readonly RosterFacts[];
  readonly activities: readonly ActivityFacts[];
  readonly nagariWithoutPolicy: readonly string[];
  readonly nagariWithoutBudget: readonly string[];
  readonly forecasts: readonly PlacedForecast[];
  readonly opds: readonly BidangOpd[];
  readonly starts: BidangStarts;
  readonly overdueReferrals: readonly ListedReferral[];
  /** What those who died still earned and nobody was paid, by kader; more than nothing. */
  readonly owedToDead: ReadonlyMap<number, Rupiah>;
}

export const validationAreas = ['roster', 'account', 'activity', 'funding', 'bidang'] as const;
export type ValidationArea = (typeof validationAreas)[number];

/** Something missing or contradictory, where, since when, and whose it is to mend. */
export interface Finding {
  readonly area: ValidationArea;
  readonly regionCode: string;
  /** Registration number; null when it is no posyandu's. */
  readonly posyandu: string | null;
  readonly what: Statement;
  /** Null where nobody can say. */
  readonly since: PlainDate | null;
  readonly who: string;
}
