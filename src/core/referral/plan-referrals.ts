import { REFERRAL_TYPE, type ActivityType } from '../activity/activity-type.js';
import { checkAttendance } from '../activity/check-attendance.js';
import { opdFor } from '../bidang/bidang-opd.js';
import type { RecordedOpd } from '../bidang/plan-opd-import.js';
import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import { wordsOf } from '../formats/sheet/words.js';
import type { ExistingKader } from '../kader/existing-kader.js';
import type { Bidang } from '../kader/vocabulary.js';
import type { KnownPosyandu } from '../region/find-posyandu.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { holdsPersonalNumber } from './personal-number.js';
import type { ReferralField } from './referral-sheet.js';

/** A referral as a row or a command states it. */
export interface StatedReferral {
  readonly on: PlainDate;
  readonly posyandu: KnownPosyandu;
  readonly kader: ExistingKader;
  readonly bidang: Bidang;
  /** As typed: code, name or spelling of an activity type of the bidang. */
  readonly subject: string;
  readonly count: number;
  readonly description: string;
  /** Where it is stated, for people. */
  readonly place: string;
  readonly problemAt: (field: ReferralField, refused: Refusal) => Problem;
}

/** What makes two statements the same referral. */
interface ReferralIdentity {
  readonly posyanduId: number;
  readonly kaderId: number;
  readonly on: PlainDate;
  readonly bidang: Bidang;
  /** Code of an activity type. */
  readonly subject: string;
}

/** A referral to record, and the OPD that answers it. */
export interface NewReferral extends ReferralIdentity {
  readonly count: number;
  readonly description: string;
  readonly opdId: number;
}

export interface RecordedReferral extends ReferralIdentity {
  readonly id: number;
  readonly count: number;
  readonly description: string;
}

/** A day of referrals at a posyandu that somebody verified, and who was there. */
export interface VerifiedReferralDay {
  readonly posyanduId: number;
  readonly on: PlainDate;
  readonly kaderIds: readonly number[];
}

/** What referrals are held against. */
export interface KnownReferrals {
  readonly types: readonly ActivityType[];
  readonly opds: readonly RecordedOpd[];
  readonly recorded: readonly RecordedReferral[];
  readonly verifiedDays: readonly VerifiedReferralDay[];
  readonly today: PlainDate;
}

export interface ReferralPlan {
  readonly problems: readonly Problem[];
  readonly created: readonly NewReferral[];
  readonly unchanged: number;
}

/** What stated referrals add. What is recorded stays as it is: the same again is nothing, otherwise is a problem. */
export function planReferrals(stated: readonly StatedReferral[], known: KnownReferrals): ReferralPlan {
  const problems: Problem[] = [];
  const created: NewReferral[] = [];
  const recorded = new Map(known.recorded.map((one) => [referralKey(one), one]));
  const places = new Map<string, string>();
  let unchanged = 0;
  for (const one of stated) {
    const before = problems.length;
    const referral = readReferral(one, known, problems);
    if (referral === undefined || problems.length > before) continue;
    const key = referralKey(referral);
    const first = places.get(key);
    const existing = recorded.get(key);
    places.set(key, first ?? one.place);
    if (first !== undefined) problems.push(one.problemAt('on', refusal('referral.twice', { first })));
    else if (existing === undefined) created.push(referral);
    else if (existing.count === one.count && existing.description === one.description) unchanged += 1;
    else problems.push(one.problemAt('count', otherwise(existing)));
  }
  return { problems, created, unchanged };
}

function referralKey({ posyanduId, kaderId, on, bidang, subject }: ReferralIdentity): string {
  return [posyanduId, kaderId, on, bidang, subject].join(' ');
}

function readReferral(
  one: StatedReferral,
  known: KnownReferrals,
  problems: Problem[],
): NewReferral | undefined {
  const { on, posyandu, kader, bidang, count, description, problemAt } = one;
  const identity = { posyanduId: posyandu.id, kaderId: kader.id, on, bidang };
  problems.push(...plainProblems(one, known));
  const subject = subjectOf(one, known.types);
  const opd = opdFor(known.opds, { nagariCode: posyandu.nagariCode, bidang }, on);
  if (subject === undefined) {
    const choices = known.types
      .filter((type) => type.bidang?.includes(bidang) === true)
      .map(({ code }) => code);
    const facts = { subject: one.subject, bidang, choices: choices.join(', ') || 'belum ada' };
    problems.push(problemAt('subject', refusal('referral.subject-unknown', facts)));
  }
  if (opd === undefined) {
    const facts = { bidang, nagari: posyandu.nagariCode, on: formatDate(on) };
    problems.push(problemAt('bidang', refusal('bidang.opd-missing', facts)));
  }
  if (subject === undefined || opd === undefined) return undefined;
  return { ...identity, subject: subject.code, count, description, opdId: opd.id };
}

function plainProblems(one: StatedReferral, { today, verifiedDays }: KnownReferrals): Problem[] {
  const { on, posyandu, kader, count, description, problemAt } = one;
  const event = { posyanduId: posyandu.id, heldOn: on, kind: REFERRAL_TYPE };
  const absent = checkAttendance(kader, event, { elsewhere: false });
  const closed = verifiedDays.some(
    (day) => day.posyanduId === posyandu.id && day.on === on && !day.kaderIds.includes(kader.id),
  );
  const verified = { posyandu: posyandu.name, date: formatDate(on), name: kader.name };
  return [
    ...(on > today ? [problemAt('on', refusal('activity.in-future', { today: formatDate(today) }))] : []),
    ...(absent === undefined ? [] : [problemAt('on', absent)]),
    ...(closed ? [problemAt('on', refusal('referral.activity-verified', verified))] : []),
    ...(count < 1 ? [problemAt('count', refusal('referral.count-zero', {}))] : []),
    ...(description.trim() === ''
      ? [problemAt('description', refusal('referral.description-blank', {}))]
      : []),
    ...(holdsPersonalNumber(description)
      ? [problemAt('description', refusal('referral.personal-number', {}))]
      : []),
  ];
}

function subjectOf(
  { subject, bidang }: StatedReferral,
  types: readonly ActivityType[],
): ActivityType | undefined {
  return types.find(
    ({ code, name, words, bidang: own }) =>
      own?.includes(bidang) === true &&
      [code, name, ...words].some((word) => wordsOf(word) === wordsOf(subject)),
  );
}

function otherwise({ id, count, description }: RecordedReferral): Refusal {
  return refusal('referral.recorded-otherwise', { referral: id, count, description });
}
