import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';

/**
 * Where a part stands: `owed`; `held` by a request that is not paid out; set off (`recovered`) in one that is;
 * given back in `cash`; or `replaced` by smaller ones, as are the mirrors that took those back.
 */
export type PartStanding = 'owed' | 'held' | 'recovered' | 'cash' | 'replaced';

/** A share below zero, on one budget line, for one month that was overpaid. */
export interface OverpaymentPart {
  readonly entitlementId: number;
  readonly sourceId: number;
  readonly month: ServiceMonth;
  readonly component: string;
  /** Below zero; above only in one that is replaced. */
  readonly amount: Rupiah;
  readonly standing: PartStanding;
  /** Its place in the plan that is in force; null without one. */
  readonly instalment: number | null;
  readonly due: ServiceMonth | null;
}

/** What is written in place of a part, or of some of it. */
export interface Piece {
  /** The part that this was a piece of. */
  readonly of: number;
  /** Below zero. */
  readonly amount: Rupiah;
  readonly instalment: number | null;
  readonly due: ServiceMonth | null;
}

/** Oldest instalment first; within it by budget line and month, so that the same case always splits alike. */
export function inOrderOfPlan<Part extends OverpaymentPart>(parts: readonly Part[]): Part[] {
  return [...parts].sort(
    (one, other) =>
      (one.instalment ?? 0) - (other.instalment ?? 0) ||
      one.sourceId - other.sourceId ||
      compareText(one.month, other.month) ||
      compareText(one.component, other.component) ||
      one.entitlementId - other.entitlementId,
  );
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
