import { monthsPhrase } from '../formats/months-phrase.js';
import { formatDate } from '../shared/plain-date.js';
import { appointmentsIn } from './appointments-in.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C5: nobody is paid a month that no SK of hers covers, whether she was never named or has ended. */
export function controlAppointment(request: RequestUnderControl): Finding[] {
  return linesByMember(request).flatMap(([member, lines]) => {
    const months = monthsOf(lines).filter((month) => appointmentsIn(member, month).length === 0);
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
