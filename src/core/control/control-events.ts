import { groupBy } from '../shared/group-by.js';
import { formatDate } from '../shared/plain-date.js';
import { formatMonth, monthOf } from '../shared/service-month.js';
import { personOf, raise, subjectOf, type Finding } from './finding.js';
import { linesByMember } from './lines-by-member.js';
import type {
  CountedActivities,
  EventUnderControl,
  LineUnderControl,
  Member,
  RequestUnderControl,
} from './request-under-control.js';

/** C15: an event counts once, a posyandu holds no more than it can, and nobody is paid for more of a kind than she attended. */
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
  const kindsAttended = new Map<string, string[]>();
  for (const { heldOn, kind, attendedBy } of events) {
    for (const kaderId of attendedBy) {
      const key = `${String(kaderId)} ${monthOf(heldOn)}`;
      const kinds = kindsAttended.get(key);
      if (kinds === undefined) kindsAttended.set(key, [kind]);
      else kinds.push(kind);
    }
  }
  return linesByMember(request).flatMap(([member, lines]) =>
    lines.flatMap((line) => {
      const attended = kindsAttended.get(`${String(member.kaderId)} ${line.month}`) ?? [];
      return line.counted.flatMap((counted) => countedOver(request, [member, line], counted, attended));
    }),
  );
}

/** An activity that she attended proves one of its own kind, and no other. */
function countedOver(
  request: RequestUnderControl,
  [member, { component, month }]: readonly [Member, LineUnderControl],
  { kinds, count }: CountedActivities,
  attended: readonly string[],
): Finding[] {
  const held = kinds === null ? attended.length : attended.filter((kind) => kinds.includes(kind)).length;
  if (count <= held) return [];
  const activities = kinds === null ? 'kegiatan' : kinds.join(' atau ');
  return raise(request, 'control.counted-more-than-held', {
    subject: subjectOf(member, `${component} ${month}`),
    evidence: { ...personOf(member), component, month: formatMonth(month), counted: count, activities, held },
  });
}
