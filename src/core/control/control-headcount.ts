import { monthsPhrase } from '../formats/months-phrase.js';
import { groupBy } from '../shared/group-by.js';
import type { PlainDate } from '../shared/plain-date.js';
import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';
import { holdsWithin } from './ceilings-in.js';
import { raise, type Finding } from './finding.js';
import { headsByMonth, type Head } from './heads-of-payer.js';
import type { Ceiling, RequestUnderControl } from './request-under-control.js';

/**
 * C7: the most heads that serve on one day of a month and are paid for it, in this request and in the other live ones
 * of its payer, against what the DPA names for that day. Whoever takes the place of another is no head more.
 */
export function controlHeadcount(request: RequestUnderControl): Finding[] {
  const limits = request.ceilings.filter(
    ({ kind, scope }) => kind === 'headcount' && scope === request.payer.code,
  );
  if (limits.length === 0) return [];
  const months = [...headsByMonth(request)];
  return limits.flatMap((limit) => {
    const over = months.flatMap(([month, heads]) => overIn(month, heads, limit));
    const alike = groupBy(over, ({ people, requests }) => `${String(people)} ${requests.join(' ')}`);
    return [...alike.values()].flatMap((group) => told(request, limit, group));
  });
}

/** A month in which more are paid than the limit names. */
interface Over {
  readonly month: ServiceMonth;
  readonly people: number;
  /** The other requests that pay them. */
  readonly requests: readonly string[];
}

function overIn(month: ServiceMonth, heads: readonly Head[], limit: Ceiling): Over[] {
  if (!holdsWithin(limit, month) || BigInt(heads.length) <= limit.limit) return [];
  const people = mostOnOneDay(month, heads, limit);
  if (BigInt(people) <= limit.limit) return [];
  return [{ month, people, requests: [...new Set(heads.flatMap(({ requests }) => requests))].sort() }];
}

/** The most are there on a day on which somebody begins, or the limit or the month does. */
function mostOnOneDay(month: ServiceMonth, heads: readonly Head[], { from, to }: Ceiling): number {
  const last = [lastDayOf(month), to ?? lastDayOf(month)].sort()[0] ?? lastDayOf(month);
  const first = [firstDayOf(month), from].sort()[1] ?? from;
  const begins = heads.flatMap(({ served }) => served.map((span) => span.from));
  const days = [...new Set([first, ...begins])].filter((day) => first <= day && day <= last);
  const servingOn = (day: PlainDate) =>
    heads.filter(({ served }) =>
      served.some((span) => span.from <= day && (span.to === null || day <= span.to)),
    );
  return Math.max(...days.map((day) => servingOn(day).length));
}

function told(
  request: RequestUnderControl,
  { basis, limit }: Ceiling,
  group: readonly [Over, ...Over[]],
): Finding[] {
  const [{ people, requests }] = group;
  const together = requests.length === 0 ? 'SPP ini' : `SPP ini bersama ${requests.join(', ')}`;
  const months = monthsPhrase(group.map(({ month }) => month));
  return raise(request, 'control.headcount-over', {
    evidence: { requests: together, people, months, basis, limit: Number(limit), payer: request.payer.name },
  });
}
