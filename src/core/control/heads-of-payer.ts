import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import { firstDayOf, type ServiceMonth } from '../shared/service-month.js';
import { appointmentsIn } from './appointments-in.js';
import type { HeadUnderControl, LineUnderControl, RequestUnderControl } from './request-under-control.js';

interface Span {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Somebody who is paid for a month. */
export interface Head {
  /** The days she serves; all of them where no SK says which. */
  readonly served: readonly Span[];
  /** The other requests that pay her. */
  readonly requests: readonly string[];
}

/**
 * For each month that the request pays, everybody who is paid for it once this and the other live requests of the
 * payer are taken together. What was paid and taken back counts nobody, nor does the share of a yearly amount of who
 * serves no more.
 */
export function headsByMonth(request: RequestUnderControl): Map<ServiceMonth, Head[]> {
  const byMonth = new Map<ServiceMonth, Map<number, Counted>>();
  for (const line of request.lines) if (line.amount > 0n) byMonth.set(line.month, new Map());
  const members = new Map(request.members.map((member) => [member.kaderId, member]));
  for (const line of request.lines) {
    const member = members.get(line.kaderId);
    const served = member === undefined ? [] : appointmentsIn(member, line.month);
    count(byMonth, line, { served, isForYear: isForYear(line), request: null });
  }
  for (const head of request.heads) count(byMonth, head, head);
  return new Map(
    [...byMonth].map(([month, heads]) => [month, [...heads.values()].filter(isPaid).map(headIn(month))]),
  );
}

type Place = Pick<HeadUnderControl, 'served' | 'isForYear'> & { readonly request: string | null };

interface Counted {
  readonly served: readonly Span[];
  amount: Rupiah;
  isForYear: boolean;
  readonly requests: Set<string>;
}

function count(
  byMonth: ReadonlyMap<ServiceMonth, Map<number, Counted>>,
  { kaderId, month, amount }: Pick<HeadUnderControl, 'kaderId' | 'month' | 'amount'>,
  place: Place,
): void {
  const heads = byMonth.get(month);
  if (heads === undefined) return;
  const head = heads.get(kaderId) ?? {
    served: place.served,
    amount: 0n,
    isForYear: true,
    requests: new Set(),
  };
  heads.set(kaderId, head);
  head.amount += amount;
  head.isForYear &&= place.isForYear;
  if (place.request !== null) head.requests.add(place.request);
}

function isForYear({ servedThrough, month }: LineUnderControl): boolean {
  return servedThrough !== null && servedThrough < firstDayOf(month);
}

function isPaid({ amount, served, isForYear }: Counted): boolean {
  return amount > 0n && !(isForYear && served.length === 0);
}

function headIn(month: ServiceMonth): (head: Counted) => Head {
  const throughout = [{ from: firstDayOf(month), to: null }];
  return ({ served, requests }) => ({
    served: served.length === 0 ? throughout : served,
    requests: [...requests],
  });
}
