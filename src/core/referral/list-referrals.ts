import type { Bidang } from '../kader/vocabulary.js';
import type { PlainDate } from '../shared/plain-date.js';
import { stateOf, type AnsweredReferral, type ReferralState } from './referral-state.js';
import type { Holidays } from './working-days.js';

/** A referral as it is stored, with what its OPD answered. */
export interface ReferralFacts extends AnsweredReferral {
  readonly id: number;
  readonly posyandu: string;
  readonly registrationNumber: string;
  readonly nagariCode: string;
  readonly kader: string;
  readonly bidang: Bidang;
  readonly subject: string;
  readonly count: number;
  readonly description: string;
  readonly opdCode: string;
  readonly opdName: string;
  readonly recordedBy: number;
}

export type ListedReferral = ReferralFacts & ReferralState;

/** `open`: without a last answer; `overdue`: without any, past the limit. */
export interface ReferralWish {
  readonly open?: boolean | undefined;
  readonly overdue?: boolean | undefined;
}

/** The referrals wished for with their states on a day, those that wait longest first. */
export function listReferrals(
  referrals: readonly ReferralFacts[],
  { open = false, overdue = false }: ReferralWish,
  on: PlainDate,
  holidays: Holidays,
): ListedReferral[] {
  return referrals
    .map((one) => ({ ...one, ...stateOf(one, on, holidays) }))
    .filter(({ state }) => !overdue || state === 'overdue')
    .filter(({ state }) => !open || (state !== 'done' && state !== 'rejected'))
    .sort(inOrder);
}

function inOrder(one: ListedReferral, other: ListedReferral): number {
  if (one.referredOn !== other.referredOn) return one.referredOn < other.referredOn ? -1 : 1;
  return one.id - other.id;
}
