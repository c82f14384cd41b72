import { refusal, type Refusal } from '../formats/sheet/problem.js';
import {
  lastDayOfAppointment,
  type ExistingAppointment,
  type ExistingKader,
} from '../kader/existing-kader.js';
import { formatDate } from '../shared/plain-date.js';
import type { ActivityIdentity } from './existing-activity.js';

/**
 * Why a kader cannot have served at an activity; undefined when she can. Attendance earns honor, so it counts
 * only under an SK of that day, and, except for meetings and training, at her own posyandu.
 */
export function checkAttendance(kader: ExistingKader, activity: ActivityIdentity): Refusal | undefined {
  const { name, deceasedOn, appointments } = kader;
  const { heldOn } = activity;
  const date = formatDate(heldOn);
  if (deceasedOn !== null && heldOn > deceasedOn) {
    return refusal('activity.after-death', { name, date, end: formatDate(deceasedOn) });
  }
  const appointment = appointments.find((one) => covers(one, heldOn));
  if (appointment === undefined) return uncovered(name, appointments, activity);
  const elsewhere = appointment.posyanduId !== activity.posyanduId;
  return elsewhere && activity.kind !== 'rapat-pelatihan'
    ? refusal('activity.other-posyandu', { name, own: appointment.posyanduName })
    : undefined;
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
