import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { ExclusionCode, Reason } from './reason.js';

/** What one budget line carries of an honor line, in whole rupiah. */
export interface Share {
  readonly sourceId: number;
  readonly amount: Rupiah;
}

/** What a kader earned with one component in one month; the shares add up to the amount. */
export interface HonorLine {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly component: string;
  readonly policyId: number;
  readonly appointmentId: number;
  readonly nagariCode: string;
  readonly amount: Rupiah;
  readonly shares: readonly Share[];
  readonly reasons: readonly Reason[];
}

/** A month, or one component of it (null = the whole month), for which a kader gets nothing, and why. */
export interface Exclusion {
  readonly kaderId: number;
  readonly month: ServiceMonth;
  readonly component: string | null;
  readonly code: ExclusionCode;
  /** What the wording of the code asks for, ready to be shown. */
  readonly facts: Readonly<Record<string, string>>;
}
