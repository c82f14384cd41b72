import type { PolicyResolver, PolicySet } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { addDays, daysInclusive, type PlainDate } from '../shared/plain-date.js';
import type { ActiveSpan, ActiveSpans } from './kader-month.js';

/** Days of a month that lie under one set of policies. */
export interface MonthPiece {
  readonly span: ActiveSpan;
  readonly set: PolicySet;
  /** Began within these days, and holds from the next month on. */
  readonly notYet: PolicyVersion | null;
}

/**
 * The spans of a month, cut where another policy begins, when that one is paid by days. Otherwise the month belongs
 * to the policy in force on its first day of service at that place, also under a new SK.
 *
 * @throws DomainError `honor.no-policy` when some of the days lie under none
 */
export function piecesOfMonth(spans: ActiveSpans, resolve: PolicyResolver): readonly MonthPiece[] {
  const pieces: MonthPiece[] = [];
  for (const piece of spans.flatMap((span) => piecesOfSpan(span, resolve))) {
    const before = pieces.at(-1);
    pieces.push(before !== undefined && keepsPolicy(before, piece) ? kept(before, piece) : piece);
  }
  return pieces;
}

function piecesOfSpan(span: ActiveSpan, resolve: PolicyResolver): MonthPiece[] {
  const { appointment, from, to } = span;
  const whole = resolve(appointment, from, to);
  if (whole !== undefined) return [{ span, set: whole, notYet: null }];
  const end = resolve(appointment, from, from)?.base.policy.validTo;
  // Whoever holds on the first day ends before the last: otherwise it would hold on all of them.
  if (end === undefined || end === null) throw noPolicy(span);
  const set = resolve(appointment, from, end);
  if (set === undefined) throw noPolicy(span);
  const [next, ...later] = piecesOfSpan(spanOf(span, addDays(end, 1), to), resolve);
  invariant(next !== undefined, 'days that lie under policies are at least one piece');
  const { base } = next.set;
  if (base.policy.changeWithinMonth !== 'by-days') return [{ span, set, notYet: base }];
  return [{ span: spanOf(span, from, end), set, notYet: null }, next, ...later];
}

/** A policy that began at the same place, beside a new SK, is no other than one that began without it. */
function keepsPolicy({ span: before, set }: MonthPiece, { span, set: now }: MonthPiece): boolean {
  const isSamePlace =
    before.appointment.nagariCode === span.appointment.nagariCode &&
    before.appointment.bidang === span.appointment.bidang;
  return isSamePlace && set.base.id !== now.base.id && now.base.policy.changeWithinMonth !== 'by-days';
}

function kept({ set }: MonthPiece, { span, set: now }: MonthPiece): MonthPiece {
  return { span, set, notYet: now.base };
}

function spanOf({ appointment }: ActiveSpan, from: PlainDate, to: PlainDate): ActiveSpan {
  return { appointment, from, to, days: daysInclusive(from, to) };
}

function noPolicy({ appointment, from, to }: ActiveSpan): DomainError {
  const { nagariCode: nagari, bidang } = appointment;
  return new DomainError('missing', 'honor.no-policy', { nagari, bidang, from, to });
}
