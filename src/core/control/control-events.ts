import { groupBy } from '../shared/group-by.js';
import { formatDate } from '../shared/plain-date.js';
import { formatMonth, monthOf } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember } from './lines-by-member.js';
import type {
  EventUnderControl,
  LineUnderControl,
  Member,
  RequestUnderControl,
} from './request-under-control.js';

/** C15: an event counts once, a posyandu holds no more than it can, and nobody is paid for more than she attended. */
export function controlEvents(request: RequestUnderControl): Finding[] {
  const paid = request.events.filter(({ heldOn }) => request.months.includes(monthOf(heldOn)));
  return [...twice(request, paid), ...tooMany(request, paid), ...overcounted(request, paid)];
}

function twice(request: RequestUnderControl, events: readonly EventUnderControl[]): Finding[] {
  const same = groupBy(events, ({ posyandu, heldOn, kind }) => `${posyandu} ${heldOn} ${kind}`);
  return [...same.values()]
    .filter((group) => group.length > 1)
    .flatMap((group) => {
      const [{ posyandu, heldOn, kind }] = group;
      const evidence = { posyandu, kind, date: formatDate(heldOn), times: group.length };
      return raise(request, 'control.event-twice', { evidence });
    });
}

function tooMany(request: RequestUnderControl, events: readonly EventUnderControl[]): Finding[] {
  const max = request.settings.thresholds.eventsAMonthMax;
  const ofMonth = groupBy(events, ({ posyandu, heldOn, kind }) => `${posyandu} ${monthOf(heldOn)} ${kind}`);
  return [...ofMonth.values()]
    .filter((group) => group.length > max)
    .flatMap((group) => {
      const [{ posyandu, heldOn, kind }] = group;
      const evidence = { posyandu, kind, month: formatMonth(monthOf(heldOn)), count: group.length, max };
      return raise(request, 'control.too-many-events', { evidence });
    });
}

function overcounted(request: RequestUnderControl, events: readonly EventUnderControl[]): Finding[] {
  const attended = groupBy(
    events.flatMap(({ heldOn, attendedBy }) =>
      attendedBy.map((kaderId) => `${String(kaderId)} ${monthOf(heldOn)}`),
    ),
    (key) => key,
  );
  return linesByMember(request).flatMap(([member, lines]) =>
    lines.flatMap((line) => {
      const held = attended.get(`${String(member.kaderId)} ${line.month}`)?.length ?? 0;
      return countedOver(request, member, line, held);
    }),
  );
}

function countedOver(
  request: RequestUnderControl,
  member: Member,
  { counted, component, month }: LineUnderControl,
  held: number,
): Finding[] {
  if (counted === null || counted <= held) return [];
  return raise(request, 'control.counted-more-than-held', {
    subject: subjectOf(member, `${component} ${month}`),
    evidence: { ...personOf(member), component, month: formatMonth(month), counted, held },
  });
}
