import { addDays, type PlainDate } from '../shared/plain-date.js';
import { dueDay, type Holidays } from './working-days.js';

export const answers = ['accepted', 'done', 'rejected'] as const;
/** What an OPD answers: it takes the matter on, has done it, or it is not for it to do. */
export type Answer = (typeof answers)[number];

export interface GivenAnswer {
  readonly answer: Answer;
  readonly on: PlainDate;
  readonly text: string;
  readonly by: string;
}

/** What the state of a referral hangs on. */
export interface AnsweredReferral {
  readonly referredOn: PlainDate;
  /** Working days its OPD has to answer. */
  readonly limitDays: number;
  /** In the order they were given. */
  readonly answers: readonly GivenAnswer[];
}

export interface ReferralState {
  /** `overdue`: no answer, and the last day for one is past. */
  readonly state: 'open' | 'overdue' | Answer;
  readonly since: PlainDate;
  /** Last day for a first answer. */
  readonly due: PlainDate;
}

/** Where a referral stands on a day. The limit is for the first answer: what is taken on is no longer overdue. */
export function stateOf(
  { referredOn, limitDays, answers: given }: AnsweredReferral,
  on: PlainDate,
  holidays: Holidays,
): ReferralState {
  const due = dueDay(referredOn, limitDays, holidays);
  const last = given.at(-1);
  if (last !== undefined) return { state: last.answer, since: last.on, due };
  return on > due
    ? { state: 'overdue', since: addDays(due, 1), due }
    : { state: 'open', since: referredOn, due };
}
