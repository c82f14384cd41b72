import type { Bidang } from '../kader/vocabulary.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { TargetCounts } from './target-groups.js';

/** What makes two records the same activity. */
export interface ActivityIdentity {
  readonly posyanduId: number;
  readonly heldOn: PlainDate;
  /** Code of its type. */
  readonly kind: string;
}

/** An activity as it is recorded. */
export interface ExistingActivity extends ActivityIdentity {
  readonly id: number;
  readonly bidang: Bidang | null;
  readonly counts: TargetCounts;
  readonly verified: boolean;
  readonly attendance: readonly AttendedKader[];
}

interface AttendedKader {
  readonly kaderId: number;
  readonly name: string;
  /** She made a referral that day: no sheet takes her away from it. */
  readonly referred: boolean;
}

export function activityKey({ posyanduId, heldOn, kind }: ActivityIdentity): string {
  return `${String(posyanduId)} ${heldOn} ${kind}`;
}
