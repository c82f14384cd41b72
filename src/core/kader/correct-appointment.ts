import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import { addDays, formatDate } from '../shared/plain-date.js';
import { KEEP, type AppointmentComparison, type ReplacedAppointment } from './appointment-step.js';
import { lastDayOfAppointment, type ExistingAppointment, type ExistingKader } from './existing-kader.js';
import { changeOf, type FieldChange } from './field-change.js';
import { rosterLayout } from './roster-layout.js';
import type { RosterRecord, StatedAppointment } from './roster-record.js';

/**
 * What a row states otherwise of an appointment that is recorded. Another first day, earlier or later, moves the end of
 * the SK that this one replaced; it may reach no other SK of hers, or two would pay the same days.
 */
export function correctAppointment(
  record: RosterRecord,
  stated: StatedAppointment,
  known: ExistingAppointment,
  existing: ExistingKader,
): AppointmentComparison {
  const index = existing.appointments.indexOf(known);
  const [earlier, next] = [existing.appointments[index - 1], existing.appointments[index + 1]];
  const changes = correctionsOf(stated, known);
  if (changes.length === 0) return next === undefined ? KEEP : restated(record, stated, next);
  const closes = closedBy(stated, known, earlier);
  const problem =
    olderProblem(record, stated, known, next) ??
    laterProblem(record, stated, known, next) ??
    earlierProblem(record, stated, earlier, closes) ??
    deathProblem(record, stated, existing);
  if (problem !== undefined) return { ...KEEP, problem };
  const step = { kind: 'correct', id: known.id, appointment: stated, from: known.validFrom, closes } as const;
  const ended =
    closes === null ? [] : changeOf('TGL BERHENTI (SK lama)', earlier?.endedOn ?? null, closes.endedOn);
  return { step, changes: [...changes, ...ended], isPast: next !== undefined };
}

function correctionsOf(stated: StatedAppointment, known: ExistingAppointment): FieldChange[] {
  return [
    ...changeOf('NO SK', known.skNumber, stated.skNumber),
    ...changeOf('TGL SK', known.skDate, stated.skDate),
    ...changeOf(rosterLayout.columns.validFrom.label, known.validFrom, stated.validFrom),
    ...changeOf('BERLAKU SAMPAI', known.validTo, stated.validTo),
    ...changeOf('POSYANDU', known.posyanduName, stated.posyanduName),
    ...changeOf('JABATAN', known.role, stated.role),
    ...changeOf('BIDANG', known.bidang, stated.bidang),
    ...changeOf('TINGKATAN', known.tier, stated.tier),
    ...changeOf('TGL BERHENTI', known.endedOn, stated.endedOn),
    ...changeOf('ALASAN BERHENTI', known.endReason, stated.endReason),
  ];
}

/** Nothing new of the SK; an old file that would take back what is newer of the person is refused (`compareKader`). */
function restated(
  { row }: RosterRecord,
  stated: StatedAppointment,
  next: ExistingAppointment,
): AppointmentComparison {
  return { ...KEEP, isPast: true, problemWithChanges: row.problemAt('skNumber', olderThan(stated, next)) };
}

function olderThan({ skNumber }: StatedAppointment, newer: ExistingAppointment): Refusal {
  return refusal('roster.sk-older', {
    sk: skNumber,
    newer: newer.skNumber,
    from: formatDate(newer.validFrom),
  });
}

/** The SK before ended because this one replaced it, so it ends the day before this one begins. */
function closedBy(
  stated: StatedAppointment,
  known: ExistingAppointment,
  earlier: ExistingAppointment | undefined,
): ReplacedAppointment | null {
  if (stated.validFrom === known.validFrom || earlier?.endReason !== 'diganti-sk') return null;
  const wasReplacedByIt = earlier.endedOn === addDays(known.validFrom, -1);
  const isOther = earlier.skNumber !== known.skNumber;
  return wasReplacedByIt && isOther ? { id: earlier.id, endedOn: addDays(stated.validFrom, -1) } : null;
}

/** Another SK on the first day of one that was replaced long ago: an old file, or a slip of the pen. */
function olderProblem(
  record: RosterRecord,
  stated: StatedAppointment,
  known: ExistingAppointment,
  next: ExistingAppointment | undefined,
): Problem | undefined {
  if (next === undefined || stated.skNumber === known.skNumber) return undefined;
  return record.row.problemAt('skNumber', olderThan(stated, next));
}

function laterProblem(
  record: RosterRecord,
  { validTo, endedOn, endReason, skNumber }: StatedAppointment,
  known: ExistingAppointment,
  next: ExistingAppointment | undefined,
): Problem | undefined {
  if (next === undefined) return undefined;
  if (endReason === 'meninggal') return record.row.problemAt('endReason', diedBefore(next));
  const end = { validTo: validTo ?? known.validTo, endedOn: endedOn ?? known.endedOn };
  const last = lastDayOfAppointment(end);
  if (last !== null && last < next.validFrom) return undefined;
  return record.row.problemAt(validTo === undefined ? 'endedOn' : 'validTo', reachesNewer(skNumber, next));
}

/** Why an SK cannot last into a newer one, and what to fill in. */
export function reachesNewer(sk: string, newer: ExistingAppointment): Refusal {
  return refusal('roster.sk-reaches-newer', {
    ...{ sk, newer: newer.skNumber, from: formatDate(newer.validFrom) },
    last: formatDate(addDays(newer.validFrom, -1)),
  });
}

/** Why nobody can have died at the end of an SK that a newer one follows. */
export function diedBefore({ skNumber, validFrom }: ExistingAppointment): Refusal {
  return refusal('roster.death-before-newer', { newer: skNumber, from: formatDate(validFrom) });
}

function earlierProblem(
  record: RosterRecord,
  { validFrom }: StatedAppointment,
  earlier: ExistingAppointment | undefined,
  closes: ReplacedAppointment | null,
): Problem | undefined {
  if (earlier === undefined) return undefined;
  const last = closes === null ? lastDayOfAppointment(earlier) : earlier.validFrom;
  if (last !== null && last < validFrom) return undefined;
  const facts = { sk: earlier.skNumber, date: formatDate(last ?? validFrom) };
  const code = closes === null ? 'roster.sk-overlaps' : 'roster.sk-before-older';
  return record.row.problemAt('validFrom', refusal(code, facts));
}

function deathProblem(
  record: RosterRecord,
  { validFrom }: StatedAppointment,
  { deceasedOn, name }: ExistingKader,
): Problem | undefined {
  if (deceasedOn === null || validFrom <= deceasedOn) return undefined;
  return record.row.problemAt(
    'validFrom',
    refusal('roster.deceased', { name, date: formatDate(deceasedOn) }),
  );
}
