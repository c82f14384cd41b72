import { changeRule } from '../policy/change-rule.js';
import type { PolicyDays, PolicyResolver, PolicySet } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { daysInclusive, formatDate, type PlainDate } from '../shared/plain-date.js';
import type { ActiveSpan, ActiveSpans } from './kader-month.js';

/** A policy that took over within a month that stays with the one before, and since when. */
export interface NotYet {
  readonly version: PolicyVersion;
  readonly from: PlainDate;
}

/** Days of a month that lie under one set of policies. */
export interface MonthPiece {
  readonly span: ActiveSpan;
  readonly set: PolicySet;
  /** The set when the piece takes in the days of a policy that is not yet paid by. */
  readonly kept: PolicySet;
  /** The last of the days on which its policy is the one that holds. */
  readonly heldTo: PlainDate;
  readonly notYet: NotYet | null;
}

/**
 * The spans of a month, cut where another policy takes over, when that is paid by days. Otherwise the month belongs
 * to the policy in force on its first day of service at that place, also under a new SK.
 *
 * @throws DomainError `honor.no-policy` when some of the days lie under none, `honor.change-unstated` when neither
 * of two policies says how such a month is paid
 */
export function piecesOfMonth(spans: ActiveSpans, resolve: PolicyResolver): readonly MonthPiece[] {
  const pieces: MonthPiece[] = [];
  for (const piece of spans.flatMap((span) => piecesOfSpan(span, resolve))) {
    const before = pieces.at(-1);
    pieces.push(before !== undefined && keepsPolicy(before, piece) ? kept(before, piece) : piece);
  }
  return pieces;
}

/** The days of one SK; those of a policy that is not yet paid by lengthen the piece before. */
function piecesOfSpan(span: ActiveSpan, resolve: PolicyResolver): MonthPiece[] {
  const pieces: MonthPiece[] = [];
  for (const days of resolve(span.appointment, span.from, span.to)) {
    const piece = pieceOf(span, days);
    const before = pieces.at(-1);
    if (before === undefined || isPaidByDays(before, piece)) pieces.push(piece);
    else pieces[pieces.length - 1] = lengthened(before, piece);
  }
  return pieces;
}

function pieceOf({ appointment }: ActiveSpan, { from, to, set, kept }: PolicyDays): MonthPiece {
  if (set === undefined || kept === undefined) {
    const { nagariCode: nagari, bidang } = appointment;
    throw new DomainError('missing', 'honor.no-policy', { nagari, bidang, from, to });
  }
  const span = { appointment, from, to, days: daysInclusive(from, to) };
  return { span, set, kept, heldTo: to, notYet: null };
}

/** Whether each of two policies, one after the other at one place, is paid its days. */
function isPaidByDays(before: MonthPiece, now: MonthPiece): boolean {
  const [one, other] = [before.set.base, now.set.base];
  if (one.id === other.id) return false;
  const rule = changeRule(one.policy, other.policy, before.heldTo);
  if (rule !== null) return rule === 'by-days';
  throw new DomainError('missing', 'honor.change-unstated', {
    nagari: now.span.appointment.nagariCode,
    day: formatDate(beganIn(before, now)),
    before: versionText(one),
    after: versionText(other),
  });
}

function lengthened(before: MonthPiece, now: MonthPiece): MonthPiece {
  const { appointment, from } = before.span;
  const { to } = now.span;
  const isSame = before.set.base.id === now.set.base.id;
  return {
    ...before,
    span: { appointment, from, to, days: daysInclusive(from, to) },
    set: before.kept,
    heldTo: isSame ? now.heldTo : before.heldTo,
    notYet: before.notYet ?? (isSame ? null : notYetOf(before, now)),
  };
}

/** A policy that took over at the same place, beside a new SK, is no other than one that did so without it. */
function keepsPolicy(before: MonthPiece, now: MonthPiece): boolean {
  const [one, other] = [before.span.appointment, now.span.appointment];
  const isSamePlace = one.nagariCode === other.nagariCode && one.bidang === other.bidang;
  return isSamePlace && before.set.base.id !== now.set.base.id && !isPaidByDays(before, now);
}

function kept(before: MonthPiece, now: MonthPiece): MonthPiece {
  const { set, kept: whole, heldTo } = before;
  return { span: now.span, set, kept: whole, heldTo, notYet: notYetOf(before, now) };
}

function notYetOf(before: MonthPiece, now: MonthPiece): NotYet {
  return { version: now.set.base, from: beganIn(before, now) };
}

/** The day on which the second took over; between two SK it may have been before she served again. */
function beganIn({ span: before }: MonthPiece, { span, set }: MonthPiece): PlainDate {
  const { validFrom } = set.base.policy;
  return validFrom > before.to ? validFrom : span.from;
}

function versionText({ policy, version }: PolicyVersion): string {
  return `${policy.code} v${String(version)}`;
}
