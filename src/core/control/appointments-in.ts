import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';
import type { AppointmentUnderControl, Member } from './request-under-control.js';

/** The appointments of a kader in force on some day of a month, the earliest first. */
export function appointmentsIn(member: Member, month: ServiceMonth): AppointmentUnderControl[] {
  return member.appointments
    .filter(({ from, to }) => from <= lastDayOf(month) && (to === null || to >= firstDayOf(month)))
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}
