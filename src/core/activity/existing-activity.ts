import type { PlainDate } from '../shared/plain-date.js';
import type { ActivityKind } from './activity-kind.js';
import type { TargetCounts } from './activity-layout.js';

/** What makes two records the same activity. */
export interface ActivityIdentity {
  readonly posyanduId: number;
  readonly heldOn: PlainDate;
  readonly kind: ActivityKind;
}

/** An activity as it is recorded. */
export interface ExistingActivity extends ActivityIdentity {
  readonly id: number;
  readonly counts: TargetCounts;
  readonly verified: boolean;
  readonly attendance: readonly { readonly kaderId: number; readonly name: string }[];
}

export function activityKey({ posyanduId, heldOn, kind }: ActivityIdentity): string {
  return `${String(posyanduId)} ${heldOn} ${kind}`;
}
