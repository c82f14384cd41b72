import { refusal, type Refusal } from '../formats/sheet/problem.js';
import {
  lastDayOfAppointment,
  type ExistingAppointment,
  type ExistingKader,
} from '../kader/existing-kader.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import type { ActivityType } from './activity-type.js';
import type { ActivityIdentity } from './existing-activity.js';

/**
 * Why a kader cannot have served at an activity; undefined when she can. Attendance earns honor, so it counts
 * only under an SK of that day, and, except for types that may be elsewhere, at her own posyandu.
 */
export function checkAttendance(
  kader: ExistingKader,
  activity: ActivityIdentity,
  { elsewhere: mayBeElsewhere }: Pick<ActivityType, 'elsewhere'>,
): Refusal | undefined {
  const { name, deceasedOn, appointments } = kader;
  const { heldOn } = activity;
  const date = formatDate(heldOn);
  if (deceasedOn !== null && heldOn > deceasedOn) {
    return refusal('activity.after-death', { name, date, end: formatDate(deceasedOn) });
  }
  const appointment = appointmentOn(kader, heldOn);
  if (appointment === undefined) return uncovered(name, appointments, activity);
  const elsewhere = appointment.posyanduId !== activity.posyanduId;
  return elsewhere && !mayBeElsewhere
    ? refusal('activity.other-posyandu', { name, own: appointment.posyanduName })
    : undefined;
}

/** The appointment a kader serves under on a day; there is one at most. */
export function appointmentOn(
  { appointments }: Pick<ExistingKader, 'appointments'>,
  day: PlainDate,
): ExistingAppointment | undefined {
  return appointments.find((one) => covers(one, day));
}

function covers(appointment: ExistingAppointment, date: string): boolean {
  const lastDay = lastDayOfAppointment(appointment);
  return appointment.validFrom <= date && (lastDay === null || date <= lastDay);
}

function uncovered(
  name: string,
  appointments: readonly ExistingAppointment[],
  { heldOn }: ActivityIdentity,
): Refusal {
  const date = formatDate(heldOn);
  const before = appointments.filter(({ validFrom }) => validFrom <= heldOn).at(-1);
  const end = before === undefined ? null : lastDayOfAppointment(before);
  if (before !== undefined && end !== null) {
    return refusal('activity.after-end', { name, date, sk: before.skNumber, end: formatDate(end) });
  }
  const next = appointments[0];
  return next === undefined
    ? refusal('activity.without-sk', { name })
    : refusal('activity.before-start', { name, date, sk: next.skNumber, from: formatDate(next.validFrom) });
}
