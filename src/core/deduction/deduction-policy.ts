import type { LegalBasis } from '../policy/legal-basis.js';
import type { Supersession } from '../policy/supersession.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { SlipTerms } from './bp21/slip-terms.js';

/** All that can be taken off honor. There is no other kind, here or in the database. */
export const deductionKinds = ['pph21', 'bpjs'] as const;
export type DeductionKind = (typeof deductionKinds)[number];

/** The part of the tax base up to `upTo` (null: without end) that lies above the bracket before. */
export interface TaxBracket {
  readonly upTo: Rupiah | null;
  readonly percent: number;
}

/** How PPh 21 is worked out for whoever has no golongan. */
export type IncomeTaxRule =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'progressive';
      /** Of gross: 50 for bukan pegawai, 100 for peserta kegiatan. */
      readonly basePercent: number;
      readonly brackets: readonly TaxBracket[];
      /** Added to the tax of whoever has no NPWP; 0 when nothing is. */
      readonly surchargePercentWithoutNpwp: number;
    }
  | {
      readonly kind: 'by-npwp';
      readonly percentWithNpwp: number;
      readonly percentWithoutNpwp: number;
    }
  /** Only the golongan counts: nobody without one can be paid under it. */
  | { readonly kind: 'by-grade' };

export interface IncomeTaxTreatment {
  readonly kind: 'pph21';
  readonly rule: IncomeTaxRule;
  /** Final tax of PNS, P3K, TNI and Polri by golongan; null when it makes no difference. */
  readonly percentByGrade: ReadonlyMap<string, number> | null;
  /** Day of the next month until which it is remitted. */
  readonly dueDay: number;
  /** What the withholding slip says of whoever has no golongan; null: not stated yet. */
  readonly slip: SlipTerms | null;
  /** The same of whoever is taxed by golongan; one that is not here is not stated yet. */
  readonly slipByGrade: ReadonlyMap<string, SlipTerms>;
}

/** Who pays the premium: the kader herself (then it is cut), or a body (then it is that body's expense). */
export const contributionPayers = ['kader', 'nagari', 'kabupaten'] as const;
type ContributionPayer = (typeof contributionPayers)[number];

export type ContributionRule =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'monthly';
      readonly payer: ContributionPayer;
      /** The OPD that pays where the kabupaten does. */
      readonly payingBody: string | null;
      /** Premiums a month: work accident, and death. */
      readonly jkk: Rupiah;
      readonly jkm: Rupiah;
    };

export interface ContributionTreatment {
  readonly kind: 'bpjs';
  readonly rule: ContributionRule;
  readonly dueDay: number;
}

/** A treatment with where it comes from and since when it is law. Which body uses it is chosen apart. */
export interface DeductionPolicy {
  readonly code: string;
  readonly name: string;
  readonly legalBasis: LegalBasis;
  /** Null = it takes the place of none, save an open one of its code. */
  readonly supersedes: Supersession | null;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly treatment: IncomeTaxTreatment | ContributionTreatment;
}

/** One stored version of a policy. */
export interface DeductionPolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly policy: DeductionPolicy;
}
