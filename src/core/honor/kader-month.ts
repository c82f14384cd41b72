import { daysInclusive, type PlainDate } from '../shared/plain-date.js';
import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';

/** An SK that made a kader payable: where, as what, and from when to when (null = no end set). */
export interface AppointmentFacts {
  readonly id: number;
  readonly nagariCode: string;
  readonly role: string;
  /** The field of SPM she serves; a kader serves one. */
  readonly bidang: string;
  readonly skNumber: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A tier (tingkatan) a kader held, by the certificate or decree that gave it. */
export interface TierFacts {
  readonly tier: string;
  readonly certificate: string;
  readonly from: PlainDate;
  /** Last day; null = she holds it still. */
  readonly to: PlainDate | null;
}

/** Verified events of her posyandu on her days of service there, and how many of them she attended. */
export interface EventCount {
  readonly held: number;
  readonly attended: number;
}

/** Why a verified attendance is not paid: held after her death, under no SK of hers, or at a posyandu that is not hers. */
export type LeftOut = 'after-death' | 'without-sk' | 'other-posyandu';

/** A verified activity that she attended outside her service, as it is known now. */
export interface LeftOutActivity {
  readonly kind: string;
  readonly on: PlainDate;
  readonly posyandu: string;
  readonly why: LeftOut;
}

/** What is known of a kader that bears on her honor. */
export interface KaderFacts {
  readonly id: number;
  readonly nagariCode: string;
  readonly deceasedOn: PlainDate | null;
  /** Her data was kept no longer: what stands in its place is nobody's, and nobody is paid by it. */
  readonly isPseudonymised: boolean;
  /**
   * First year of whose months anything is calculated of her; null = of all. She was recorded when the data of earlier
   * ones was kept no longer: that she was paid for them, under a number that names nobody now, cannot be told.
   */
  readonly knownFromYear: number | null;
  readonly appointments: readonly AppointmentFacts[];
  /** In no order; no two on one day. */
  readonly tiers: readonly TierFacts[];
  /** Verified activities she attended in her service, by month and kind. */
  readonly verifiedActivities: ReadonlyMap<ServiceMonth, ReadonlyMap<string, number>>;
  /** Those outside of it, by month, in order of time; left out: none. */
  readonly leftOutActivities?: ReadonlyMap<ServiceMonth, readonly LeftOutActivity[]>;
  /** What her posyandu held, by month and kind. */
  readonly posyanduEvents: ReadonlyMap<ServiceMonth, ReadonlyMap<string, EventCount>>;
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
  const spans: ActiveSpan[] = [];
  for (const appointment of kader.appointments) {
    const end = lastDayServed(kader, appointment);
    if (appointment.from > last || (end !== null && end < first)) continue;
    const from = appointment.from > first ? appointment.from : first;
    const to = end !== null && end < last ? end : last;
    if (from <= to) spans.push({ appointment, from, to, days: daysInclusive(from, to) });
  }
  return spans.length < 2 ? spans : spans.sort((one, other) => (one.from < other.from ? -1 : 1));
}
