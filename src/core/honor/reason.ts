import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';

/** One step of how an amount came about, in order; stored with the amount so that anyone can follow it. */
export type Reason =
  | {
      readonly step: 'policy';
      readonly policy: string;
      readonly version: number;
      readonly legalBasis: string;
    }
  | { readonly step: 'appointment'; readonly sk: string; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly step: 'flat-monthly'; readonly amount: Rupiah }
  | { readonly step: 'by-role'; readonly role: string; readonly amount: Rupiah }
  | {
      readonly step: 'per-activity';
      readonly counted: number;
      readonly verified: number;
      readonly countMax: number;
      readonly rate: Rupiah;
      readonly amount: Rupiah;
    }
  | {
      readonly step: 'prorated-by-days';
      readonly days: number;
      readonly ofDays: number;
      readonly amount: Rupiah;
    }
  | { readonly step: 'funded'; readonly source: string; readonly amount: Rupiah };

/** Why a kader gets no honor for a month (or for one component of it). */
export type ExclusionCode =
  | 'honor.not-in-any-sk'
  | 'honor.appointment-ended'
  | 'honor.appointment-not-started'
  | 'honor.deceased-heir-needed'
  | 'honor.not-active-on-first'
  | 'honor.no-verified-activity'
  | 'honor.moved-within-month';
