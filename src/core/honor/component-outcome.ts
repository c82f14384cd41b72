import type { BidangStarts } from '../bidang/bidang-start.js';
import type { HonorComponent } from '../policy/honor-component.js';
import type { PolicyResolver } from '../policy/resolve-policies.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { ActiveSpans, KaderFacts } from './kader-month.js';
import type { NotYet } from './pieces-of-month.js';
import type { ExclusionCode, Reason } from './reason.js';

/** A kader's month as a component is worked out for it. */
export interface WorkedMonth {
  readonly kader: KaderFacts;
  readonly month: ServiceMonth;
  /** Her days of service under the policy of the component, at least one. */
  readonly spans: ActiveSpans;
  /** Everything she is paid by, by code: a component may be worked out from another. */
  readonly components: ReadonlyMap<string, HonorComponent>;
  /** Which of her months count as served. */
  readonly starts: BidangStarts;
  /** What was in force in other months: what is paid at once for several is earned month by month. */
  readonly resolve: PolicyResolver;
  /** A policy that took over within the month, which stays with the one before. */
  readonly notYet?: NotYet | null;
}

/** What a component is worth in a month, and in which nagari it was earned. */
export interface EarnedAmount {
  readonly nagariCode: string;
  readonly amount: Rupiah;
}

/** Nothing is earned, and why. */
export interface NotEarned {
  readonly excluded: ExclusionCode;
  /** What its wording asks for beside month and component. */
  readonly facts: Readonly<Record<string, string>>;
}

export type ComponentOutcome =
  { readonly earned: readonly EarnedAmount[]; readonly reasons: readonly Reason[] } | NotEarned;

export function notEarned(excluded: ExclusionCode, facts: NotEarned['facts'] = {}): NotEarned {
  return { excluded, facts };
}

/** An amount earned in the nagari where she served first in the month. */
export function earnedIn(
  { spans: [span] }: WorkedMonth,
  amount: Rupiah,
  reasons: readonly Reason[],
): ComponentOutcome {
  return { earned: [{ nagariCode: span.appointment.nagariCode, amount }], reasons };
}
