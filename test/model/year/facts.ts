import type { Role } from '../../../src/core/kader/role.js';
import type { Tier } from '../../../src/core/kader/vocabulary.js';

/** A year is told in whole rupiah as plain numbers and in days as text: the model shares no type with the program. */
export type Day = string;
export type Month = string;

/** What people report of a kader; `posyandu` is where the roster knows her then. */
export type RosterFact =
  | {
      readonly kind: 'sk';
      readonly kader: number;
      /** Her first, second ... SK: the same one again is a correction of what it says. */
      readonly paper: number;
      readonly posyandu: string;
      readonly role: Role;
      readonly from: Day;
    }
  | { readonly kind: 'ended'; readonly kader: number; readonly posyandu: string; readonly on: Day }
  | {
      readonly kind: 'tier';
      readonly kader: number;
      readonly posyandu: string;
      readonly tier: Tier;
      readonly from: Day;
    }
  /** Where her money goes; the first one, or another after a transfer came back. */
  | { readonly kind: 'account'; readonly kader: number; readonly posyandu: string; readonly number: string };

/** What a month is worth, and who carries it. */
export interface Terms {
  readonly roles: Readonly<Record<Role, number>>;
  readonly tiers: Readonly<Record<Tier, number>>;
  readonly withoutTier: number;
  readonly visitRate: number;
  readonly visitsMax: number;
  /** Of honor by role: so much from DDS a kader and month, the rest from ADN. */
  readonly ddsMax: number;
  /** Of honor by tier: so many percent from ADN, the rest from the health office. */
  readonly adnPercent: number;
}

/** A decree that becomes known. Those of the kabupaten hold whole months; one of a nagari begins and ends on any day. */
export interface PolicyFact {
  readonly code: string;
  /** The kabupaten, or one nagari, whose own decree goes first. */
  readonly scope: string;
  readonly from: Day;
  readonly to: Day | null;
  /** How a month is paid within which it begins or ends: each decree its days, or all by the one of the first day. */
  readonly change: 'by-days' | 'first-day' | null;
  readonly terms: Terms;
}

/** What a posyandu did on a day, and who was there. */
export interface ActivityFact {
  readonly posyandu: string;
  readonly on: Day;
  readonly kind: 'HARI BUKA' | 'KUNJUNGAN RUMAH';
  readonly attended: readonly number[];
}

/** What the office wants to do with money; whom it meets is found out when it is done. */
export type MoneyWish =
  | { readonly kind: 'receive'; readonly payer: string; readonly tranche: string; readonly percent: number }
  | { readonly kind: 'cut'; readonly payer: string }
  | { readonly kind: 'restore'; readonly payer: string }
  | { readonly kind: 'mend-accounts'; readonly salt: number }
  | { readonly kind: 'recover'; readonly payer: string; readonly salt: number }
  | {
      readonly kind: 'pay';
      readonly payer: string;
      /** As many months back as this, with the one that is over. */
      readonly monthsBack: number;
      /** Pay again to accounts whose last transfer came back. */
      readonly retry: boolean;
      readonly rejectedFirst: boolean;
      readonly answer: 'now' | 'next-month';
      /** Of a hundred transfers so many come back. */
      readonly returnedPercent: number;
      readonly salt: number;
    }
  | { readonly kind: 'close'; readonly month: Month };

/** What is done in the first days after a month, in this order. */
export interface MonthPlan {
  readonly month: Month;
  readonly policies: readonly PolicyFact[];
  readonly roster: readonly RosterFact[];
  readonly activities: readonly ActivityFact[];
  readonly verified: readonly { readonly nagari: string; readonly month: Month }[];
  readonly money: readonly MoneyWish[];
}

export interface YearPlan {
  readonly seed: number;
  readonly months: readonly MonthPlan[];
}
