import { formatDate } from '../../shared/plain-date.js';
import { say, type Statement } from '../statement.js';
import { shownAccount } from '../owed/why-unpaid.js';
import type { Explanation } from './explanation.js';
import type { ExplanationFacts, PaymentRow } from './facts.js';

type Parts = Pick<Explanation, 'amount' | 'paid' | 'owed' | 'sources' | 'exclusions'>;

/** The answer in one sentence, above everything that leads to it. */
export function answerOf(facts: ExplanationFacts, parts: Parts, silence: Statement | undefined): Statement {
  const { amount, paid, owed, exclusions } = parts;
  if (silence !== undefined) return silence;
  const reason = exclusions.map((one) => one.reason.text).join(' ');
  if (facts.revisions.length === 0) return say('report.no-honor', { reason });
  if (amount === 0n && paid === 0n) return say('report.withdrawn', { reason });
  if (owed < 0n) return say('report.overpaid', { amount, paid, excess: -owed });
  if (owed > 0n) return unpaidAnswer(parts);
  return paidAnswer(facts, amount);
}

function unpaidAnswer({ amount, paid, owed, sources }: Parts): Statement {
  const reasons = sources.flatMap(({ unpaid }) => unpaid.map((one) => one.reason.text));
  const reason = [...new Set(reasons)].join(' ');
  return paid === 0n
    ? say('report.unpaid', { amount, reason })
    : say('report.partly-unpaid', { amount, paid, owed, reason });
}

function paidAnswer({ payments, revisions }: ExplanationFacts, amount: bigint): Statement {
  const live = payments.filter(({ entry, returnedOn }) => entry !== null && returnedOn === null);
  const sent = live.find(({ paidOn }) => paidOn === null);
  if (sent !== undefined) {
    const facts = { amount, account: shownAccount(sent.account), sentOn: dayOf(sent) };
    return say('report.sent', facts);
  }
  const last = live.at(-1);
  const facts = { amount, account: shownAccount(last?.account ?? null), paidOn: dayOf(last) };
  const isLate = revisions.some(({ revision }) => revision > 0);
  return isLate ? say('report.paid-late', facts) : say('report.paid', facts);
}

function dayOf(payment: PaymentRow | undefined): string {
  const day = payment?.paidOn ?? payment?.entry?.on;
  return day === undefined ? '-' : formatDate(day);
}
