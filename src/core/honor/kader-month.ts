import { daysInclusive, type PlainDate } from '../shared/plain-date.js';
import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';

/** An SK that made a kader payable: where, as what, and from when to when (null = no end set). */
export interface AppointmentFacts {
  readonly id: number;
  readonly nagariCode: string;
  readonly role: string;
  readonly skNumber: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** What is known of a kader that bears on her honor. */
export interface KaderFacts {
  readonly id: number;
  readonly nagariCode: string;
  readonly deceasedOn: PlainDate | null;
  readonly appointments: readonly AppointmentFacts[];
  /** Verified activities she attended, by month and kind. */
  readonly verifiedActivities: ReadonlyMap<ServiceMonth, ReadonlyMap<string, number>>;
}

/** The days of one month in which one appointment was active. */
export interface ActiveSpan {
  readonly appointment: AppointmentFacts;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly days: number;
}

/** At least one span: the days in which a kader was active. */
export type ActiveSpans = readonly [ActiveSpan, ...ActiveSpan[]];

/** The last day of an appointment, or of her life when it came earlier; null = no end known. */
export function lastDayServed(kader: KaderFacts, { to }: AppointmentFacts): PlainDate | null {
  if (to === null || kader.deceasedOn === null) return to ?? kader.deceasedOn;
  return to < kader.deceasedOn ? to : kader.deceasedOn;
}

/** The spans of a month in which the kader was appointed and alive, in order of time. */
export function activeSpans(kader: KaderFacts, month: ServiceMonth): ActiveSpan[] {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return kader.appointments
    .map((appointment) => {
      const end = lastDayServed(kader, appointment);
      const from = appointment.from > first ? appointment.from : first;
      const to = end !== null && end < last ? end : last;
      return { appointment, from, to, days: daysInclusive(from, to) };
    })
    .filter((span) => span.days > 0)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}
