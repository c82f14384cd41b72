import type { PlainDate } from '../shared/plain-date.js';
import type { DecemberRule } from './december.js';
import type { HonorComponent } from './honor-component.js';
import type { LegalBasis } from './legal-basis.js';
import type { Supersession } from './supersession.js';

/** The OPD whose policy it is, and the bidang SPM whose kader it pays. */
export interface OpdScope {
  /** Code of the paying body, `DISDIK`. */
  readonly code: string;
  readonly bidang: readonly string[];
}

export const changesWithinMonth = ['first-day', 'by-days'] as const;

export type ChangeWithinMonth = (typeof changesWithinMonth)[number];

/** Rules of pay for one scope and time, with the decree behind them. Never edited: a change is a new version. */
export interface HonorPolicy {
  readonly code: string;
  readonly name: string;
  /** Kemendagri code of the region it holds for, and everything under it. */
  readonly scope: string;
  /** Null = kader of every bidang. */
  readonly opd: OpdScope | null;
  /** Code of the policy that this one adds to; null = it stands by itself, and replaces what is less specific. */
  readonly topsUp: string | null;
  readonly legalBasis: LegalBasis;
  /** Null = it takes the place of none, save one of its code that is without end. */
  readonly supersedes: Supersession | null;
  readonly validFrom: PlainDate;
  /** Last day it holds; null = until it is replaced. */
  readonly validTo: PlainDate | null;
  /**
   * How a month is paid within which it takes over from another: `first-day` by the policy in force before, `by-days`
   * each its days; also a month within which it ends and what is less specific holds again. Null where it is not
   * stated: then the other policy must say, or such a month is not paid (`changeRule`).
   */
  readonly changeWithinMonth: ChangeWithinMonth | null;
  /** Null = December is calculated after it is over, as any month. */
  readonly decemberPayableFrom: DecemberRule | null;
  readonly components: readonly HonorComponent[];
}
