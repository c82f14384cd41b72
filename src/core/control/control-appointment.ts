import { monthsPhrase } from '../formats/months-phrase.js';
import { formatDate } from '../shared/plain-date.js';
import { monthOf, type ServiceMonth } from '../shared/service-month.js';
import { appointmentsIn } from './appointments-in.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { LineUnderControl, RequestUnderControl } from './request-under-control.js';

/**
 * C5: nobody is paid a month that no SK of hers covers, whether she was never named or has ended. What pays for the
 * months served of a year is asked about the last of them, for who left is paid her part with the others.
 */
export function controlAppointment(request: RequestUnderControl): Finding[] {
  return linesByMember(request).flatMap(([member, lines]) => {
    const months = monthsOf(lines.filter((line) => appointmentsIn(member, servedIn(line)).length === 0));
    if (months.length === 0) return [];
    const nearest = [...member.appointments].sort((one, other) => (one.from < other.from ? 1 : -1))[0];
    const evidence = { ...personOf(member), months: monthsPhrase(months) };
    const subject = subjectOf(member);
    if (nearest === undefined) return raise(request, 'control.not-in-sk', { subject, evidence });
    const { skNumber: sk, from, to } = nearest;
    const validity = { from: formatDate(from), to: to === null ? 'seterusnya' : formatDate(to) };
    return raise(request, 'control.after-end', { subject, evidence: { ...evidence, sk, ...validity } });
  });
}

function servedIn({ month, servedThrough }: LineUnderControl): ServiceMonth {
  return servedThrough === null ? month : monthOf(servedThrough);
}
