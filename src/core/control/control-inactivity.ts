import { monthsPhrase } from '../formats/months-phrase.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { activityIndex, monthsUpTo, type ActivityOfMember } from './activity-of-member.js';
import { appointmentsIn } from './appointments-in.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { Member, RequestUnderControl } from './request-under-control.js';

/**
 * C3 and the activity of C5: who was not there while her posyandu reported. Idle for as long as the rule of the
 * institution names is one finding; a shorter absence from paid months another.
 */
export function controlInactivity(request: RequestUnderControl): Finding[] {
  const activityOf = activityIndex(request);
  return linesByMember(request).flatMap(([member, lines]) => {
    const paid = monthsOf(lines);
    const last = paid.at(-1);
    if (last === undefined) return [];
    const recent = recentMonths(request, member, last);
    const { absent, posyandu } = activityOf(member, recent);
    if (recent.length > 0 && absent.length === recent.length) return idle(request, member, recent, posyandu);
    return absentFromPaid(request, member, activityOf(member, paid));
  });
}

/** The last months of the idle rule; empty when she did not serve in all of them. */
function recentMonths(request: RequestUnderControl, member: Member, last: ServiceMonth): ServiceMonth[] {
  const months = monthsUpTo(last, request.settings.thresholds.idleMonths);
  return months.every((month) => appointmentsIn(member, month).length > 0) ? months : [];
}

function idle(
  request: RequestUnderControl,
  member: Member,
  months: readonly ServiceMonth[],
  posyandu: string,
): Finding[] {
  return raise(request, 'control.idle', {
    subject: subjectOf(member),
    evidence: { ...personOf(member), idle: months.length, months: monthsPhrase(months), posyandu },
  });
}

function absentFromPaid(
  request: RequestUnderControl,
  member: Member,
  { absent, posyandu }: ActivityOfMember,
): Finding[] {
  if (absent.length === 0) return [];
  return raise(request, 'control.no-activity', {
    subject: subjectOf(member),
    evidence: { ...personOf(member), months: monthsPhrase(absent), posyandu },
  });
}
