import { refusal, type Problem } from '../formats/sheet/problem.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { KEEP, type AppointmentComparison } from './appointment-step.js';
import { diedBefore, reachesNewer } from './correct-appointment.js';
import { lastDayOfAppointment, type ExistingAppointment, type ExistingKader } from './existing-kader.js';
import type { RosterRecord, StatedAppointment } from './roster-record.js';

/**
 * An SK of before the newest one, which nobody had recorded: it is added where it shares no day with another. Its end
 * must be said; that the next one ended it is not assumed, because an old file would then rewrite history.
 */
export function recordLateAppointment(
  record: RosterRecord,
  stated: StatedAppointment,
  { appointments }: ExistingKader,
): AppointmentComparison {
  const { skNumber, validFrom, validTo, endedOn } = stated;
  const last = lastDayOfAppointment({ validTo: validTo ?? null, endedOn: endedOn ?? null });
  const next = appointments.find((one) => one.validFrom > validFrom);
  const earlier = appointments.filter((one) => one.validFrom < validFrom).at(-1);
  const problem = laterProblem(record, stated, last, next) ?? earlierProblem(record, stated, earlier);
  if (problem !== undefined) return { ...KEEP, problem };
  const until = last === null ? '' : ` s.d. ${formatDate(last)}`;
  const after = `${skNumber} (mulai ${formatDate(validFrom)}${until})`;
  return {
    step: { kind: 'add', appointment: stated, closes: null },
    changes: [{ field: 'NO SK (terlambat dicatat)', before: null, after }],
    isPast: true,
  };
}

function laterProblem(
  { row }: RosterRecord,
  { skNumber, endReason }: StatedAppointment,
  last: PlainDate | null,
  next: ExistingAppointment | undefined,
): Problem | undefined {
  if (next === undefined) return undefined;
  if (last === null || last >= next.validFrom) return row.problemAt('skNumber', reachesNewer(skNumber, next));
  return endReason === 'meninggal' ? row.problemAt('endReason', diedBefore(next)) : undefined;
}

function earlierProblem(
  { row }: RosterRecord,
  { validFrom }: StatedAppointment,
  earlier: ExistingAppointment | undefined,
): Problem | undefined {
  const end = earlier === undefined ? null : lastDayOfAppointment(earlier);
  if (earlier === undefined || end === null || end < validFrom) return undefined;
  return row.problemAt(
    'validFrom',
    refusal('roster.sk-overlaps', { sk: earlier.skNumber, date: formatDate(end) }),
  );
}
