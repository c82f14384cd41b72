import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { holdsPersonalNumber } from './personal-number.js';
import type { Answer, AnsweredReferral } from './referral-state.js';

/** A referral that somebody answers. */
export interface ReferralToAnswer extends AnsweredReferral {
  readonly id: number;
  readonly recordedBy: number;
  readonly opdName: string;
}

/** An answer as it is given. */
export interface AnswerCommand {
  readonly answer: Answer;
  readonly on: PlainDate;
  readonly text: string;
  readonly by: number;
}

/**
 * An answer comes from another person than who recorded the referral, after it and what was answered before, and a
 * last answer stays the last. The database refuses the same again.
 *
 * @throws DomainError `referral.answer-...`
 */
export function checkAnswer(referral: ReferralToAnswer, command: AnswerCommand, today: PlainDate): void {
  const { id, recordedBy, opdName, answers } = referral;
  if (recordedBy === command.by) {
    throw new DomainError('forbidden', 'referral.answer-own', { referral: id, opd: opdName });
  }
  const last = answers.at(-1);
  if (last !== undefined && (last.answer !== 'accepted' || command.answer === 'accepted')) {
    const facts = { referral: id, answer: answerWords[last.answer], on: formatDate(last.on) };
    throw new DomainError('conflict', 'referral.answer-closed', facts);
  }
  checkDay(referral, command.on, today);
  checkText(command.text);
}

function checkDay({ referredOn, answers }: ReferralToAnswer, on: PlainDate, today: PlainDate): void {
  const last = answers.at(-1);
  const earlier = last?.on ?? referredOn;
  if (on < earlier) {
    const what = last === undefined ? 'rujukannya' : 'jawaban sebelumnya';
    const facts = { on: formatDate(on), what, earlier: formatDate(earlier) };
    throw new DomainError('invalid', 'referral.answer-before', facts);
  }
  if (on > today) {
    const facts = { on: formatDate(on), today: formatDate(today) };
    throw new DomainError('invalid', 'referral.answer-in-future', facts);
  }
}

function checkText(text: string): void {
  if (text.trim() === '') throw new DomainError('invalid', 'referral.answer-blank', {});
  if (holdsPersonalNumber(text)) throw new DomainError('invalid', 'referral.personal-number', {});
}

/** As people say them. */
export const answerWords: Readonly<Record<Answer, string>> = {
  accepted: 'diterima',
  done: 'selesai',
  rejected: 'ditolak',
};
