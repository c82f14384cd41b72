import { groupBy } from '../shared/group-by.js';
import { monthOf, previousMonth, type ServiceMonth } from '../shared/service-month.js';
import { appointmentsIn } from './appointments-in.js';
import type { Member, RequestUnderControl } from './request-under-control.js';

/** Which months her posyandu reported, and in which of them she was there. */
export interface ActivityOfMember {
  readonly posyandu: string;
  /** Months, of those asked for, that her posyandu reported without her. */
  readonly absent: readonly ServiceMonth[];
  /** Months, of those asked for, that her posyandu did not report and in which she was nowhere else either. */
  readonly unreported: readonly ServiceMonth[];
}

/** Answers for any member and months out of the verified activities; the index is built once a request. */
export function activityIndex(
  request: RequestUnderControl,
): (member: Member, months: readonly ServiceMonth[]) => ActivityOfMember {
  const reported = new Set(request.events.map(({ posyandu, heldOn }) => `${posyandu} ${monthOf(heldOn)}`));
  const present = new Set(
    request.events.flatMap(({ heldOn, attendedBy }) =>
      attendedBy.map((kaderId) => `${String(kaderId)} ${monthOf(heldOn)}`),
    ),
  );
  return (member, months) => {
    const missed = months.filter((month) => !present.has(`${String(member.kaderId)} ${month}`));
    const placeIn = (month: ServiceMonth) => appointmentsIn(member, month)[0]?.posyandu ?? '';
    const isReported = (month: ServiceMonth) => reported.has(`${placeIn(month)} ${month}`);
    const served = missed.filter((month) => placeIn(month) !== '');
    const latest = served.at(-1);
    const byReport = groupBy(served, isReported);
    return {
      posyandu: latest === undefined ? '' : placeIn(latest),
      absent: byReport.get(true) ?? [],
      unreported: byReport.get(false) ?? [],
    };
  };
}

/** So many months up to and with this one, oldest first. */
export function monthsUpTo(last: ServiceMonth, count: number): ServiceMonth[] {
  const months = [last];
  while (months.length < count) months.unshift(previousMonth(months[0] ?? last));
  return months;
}
