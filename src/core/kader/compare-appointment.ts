import { refusal } from '../formats/sheet/problem.js';
import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';
import { KEEP, type AppointmentComparison, type ReplacedAppointment } from './appointment-step.js';
import { compareWithoutSk } from './compare-without-sk.js';
import { correctAppointment } from './correct-appointment.js';
import { lastDayOfAppointment, type ExistingAppointment, type ExistingKader } from './existing-kader.js';
import { changeOf } from './field-change.js';
import { recordLateAppointment } from './record-late-appointment.js';
import type { RosterRecord, StatedAppointment } from './roster-record.js';

/**
 * A newer SK replaces the one in force. The same SK with another first day, or another SK with the same first day, is
 * the same appointment, corrected. An older one is recorded late, where it leaves the others as they are.
 */
export function compareAppointment(record: RosterRecord, existing: ExistingKader): AppointmentComparison {
  const latest = existing.appointments.at(-1);
  const stated = record.appointment;
  if (stated === undefined) return compareWithoutSk(record, latest);
  const known = sameAppointment(stated, existing.appointments);
  if (known !== undefined) return correctAppointment(record, stated, known, existing);
  if (latest === undefined) return added(stated, null);
  if (stated.validFrom < latest.validFrom) return recordLateAppointment(record, stated, existing);
  return replaced(record, stated, latest, existing);
}

/** Two periods of one SK that share no day are two appointments: she stopped in between. */
function sameAppointment(
  stated: StatedAppointment,
  appointments: readonly ExistingAppointment[],
): ExistingAppointment | undefined {
  const ofNumber = appointments.filter(({ skNumber }) => skNumber === stated.skNumber);
  const isOfDay = ({ validFrom }: ExistingAppointment): boolean => validFrom === stated.validFrom;
  return (
    ofNumber.find(isOfDay) ??
    ofNumber.find((known) => reaches(known, stated.validFrom) && reaches(stated, known.validFrom)) ??
    appointments.find(isOfDay)
  );
}

function reaches(
  { validTo, endedOn }: Pick<StatedAppointment | ExistingAppointment, 'validTo' | 'endedOn'>,
  day: PlainDate,
): boolean {
  const last = lastDayOfAppointment({ validTo: validTo ?? null, endedOn: endedOn ?? null });
  return last === null || last >= day;
}

function added(appointment: StatedAppointment, closes: ReplacedAppointment | null): AppointmentComparison {
  const changes = [{ field: 'NO SK', before: null, after: label(appointment) }];
  return { step: { kind: 'add', appointment, closes }, changes };
}

function replaced(
  record: RosterRecord,
  stated: StatedAppointment,
  latest: ExistingAppointment,
  existing: ExistingKader,
): AppointmentComparison {
  const { deceasedOn } = existing;
  if (deceasedOn !== null && stated.validFrom > deceasedOn) {
    const facts = { name: existing.name, date: formatDate(deceasedOn) };
    return { ...KEEP, problem: record.row.problemAt('validFrom', refusal('roster.deceased', facts)) };
  }
  const lastDay = lastDayOfAppointment(latest);
  const dayBefore = addDays(stated.validFrom, -1);
  if (lastDay !== null && lastDay <= dayBefore) return added(stated, null);
  if (latest.endedOn !== null) {
    const facts = { sk: latest.skNumber, date: formatDate(latest.endedOn) };
    return { ...KEEP, problem: record.row.problemAt('validFrom', refusal('roster.sk-overlaps', facts)) };
  }
  const { step } = added(stated, { id: latest.id, endedOn: dayBefore });
  const changes = changeOf('NO SK', label(latest), label(stated));
  return { step, changes: [...changes, { field: 'TGL BERHENTI (SK lama)', before: null, after: dayBefore }] };
}

function label({ skNumber, validFrom }: { skNumber: string; validFrom: PlainDate }): string {
  return `${skNumber} (mulai ${formatDate(validFrom)})`;
}
