import { monthsPhrase } from '../formats/months-phrase.js';
import { formatDate } from '../shared/plain-date.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember, monthsOf } from './lines-by-member.js';
import type { RequestUnderControl } from './request-under-control.js';

/** C6: nobody who has died is paid, for whatever month: what she earned goes to her heir. */
export function controlDeceased(request: RequestUnderControl): Finding[] {
  return linesByMember(request).flatMap(([member, lines]) => {
    const { deceasedOn } = member;
    const months = monthsOf(lines);
    if (deceasedOn === null || months.length === 0) return [];
    return raise(request, 'control.deceased', {
      subject: subjectOf(member),
      evidence: {
        ...personOf(member),
        deceasedOn: formatDate(deceasedOn),
        months: monthsPhrase(months),
      },
    });
  });
}
