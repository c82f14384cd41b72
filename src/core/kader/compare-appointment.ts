import { refusal } from '../formats/sheet/problem.js';
import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';
import { lastDayOfAppointment, type ExistingAppointment, type ExistingKader } from './existing-kader.js';
import type { AppointmentComparison } from './appointment-step.js';
import { compareWithoutSk } from './compare-without-sk.js';
import { changeOf } from './field-change.js';
import type { RosterRecord, StatedAppointment } from './roster-record.js';

const KEEP: AppointmentComparison = { step: { kind: 'keep' }, changes: [] };

/** A newer SK replaces the one in force; the same first day is the same appointment, perhaps corrected. */
export function compareAppointment(record: RosterRecord, existing: ExistingKader): AppointmentComparison {
  const latest = existing.appointments.at(-1);
  const stated = record.appointment;
  if (stated === undefined) return compareWithoutSk(record, latest);
  if (latest === undefined) return added(stated, null);
  if (stated.validFrom > latest.validFrom) return replaced(record, stated, latest, existing);
  if (stated.validFrom === latest.validFrom) return corrected(stated, latest);
  const facts = { sk: stated.skNumber, newer: latest.skNumber, from: formatDate(latest.validFrom) };
  return { ...KEEP, problem: record.row.problemAt('skNumber', refusal('roster.sk-older', facts)) };
}

function added(
  appointment: StatedAppointment,
  closes: { id: number; endedOn: PlainDate } | null,
): AppointmentComparison {
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

function corrected(stated: StatedAppointment, known: ExistingAppointment): AppointmentComparison {
  const changes = [
    ...changeOf('NO SK', known.skNumber, stated.skNumber),
    ...changeOf('TGL SK', known.skDate, stated.skDate),
    ...changeOf('BERLAKU SAMPAI', known.validTo, stated.validTo),
    ...changeOf('POSYANDU', known.posyanduName, stated.posyanduName),
    ...changeOf('JABATAN', known.role, stated.role),
    ...changeOf('BIDANG', known.bidang, stated.bidang),
    ...changeOf('TINGKATAN', known.tier, stated.tier),
    ...changeOf('TGL BERHENTI', known.endedOn, stated.endedOn),
    ...changeOf('ALASAN BERHENTI', known.endReason, stated.endReason),
  ];
  return changes.length === 0
    ? KEEP
    : { step: { kind: 'correct', id: known.id, appointment: stated }, changes };
}

function label({ skNumber, validFrom }: { skNumber: string; validFrom: PlainDate }): string {
  return `${skNumber} (mulai ${formatDate(validFrom)})`;
}
