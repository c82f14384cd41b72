import { monthsPhrase } from '../formats/months-phrase.js';
import { describe } from '../messages/describe.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { monthOf } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { LineUnderControl, Member, RequestUnderControl } from './request-under-control.js';

/** C6: for whoever has died only her confirmed heir is paid, and only what she earned until that day. */
export function controlDeceased(request: RequestUnderControl): Finding[] {
  return linesByMember(request).flatMap(([member, lines]) => {
    const { deceasedOn } = member;
    if (deceasedOn === null || lines.length === 0) return [];
    const later = lines.filter((line) => isEarnedAfter(line, deceasedOn));
    return [
      ...(member.account?.heir?.isInForce === true
        ? []
        : found(request, member, { lines, reason: 'control.deceased-without-heir' })),
      ...(later.length === 0
        ? []
        : found(request, member, { lines: later, reason: 'control.deceased-later-month' })),
    ];
  });
}

/** A share of a yearly amount may be paid in a later month than those it is for. */
function isEarnedAfter({ month, servedThrough }: LineUnderControl, deceasedOn: PlainDate): boolean {
  return servedThrough === null ? month > monthOf(deceasedOn) : servedThrough > deceasedOn;
}

function found(
  request: RequestUnderControl,
  member: Member,
  what: {
    readonly lines: readonly LineUnderControl[];
    readonly reason: 'control.deceased-without-heir' | 'control.deceased-later-month';
  },
): Finding[] {
  return raise(request, 'control.deceased', {
    subject: subjectOf(member),
    evidence: {
      ...personOf(member),
      deceasedOn: member.deceasedOn === null ? '-' : formatDate(member.deceasedOn),
      months: monthsPhrase(monthsOf(what.lines)),
      reason: describe(what.reason, {}),
    },
  });
}
