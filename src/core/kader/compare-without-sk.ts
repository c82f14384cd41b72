import { refusal, type Problem, type Refusal } from '../formats/sheet/problem.js';
import { formatDate } from '../shared/plain-date.js';
import type { AppointmentComparison } from './appointment-step.js';
import type { ExistingAppointment } from './existing-kader.js';
import { changeOf } from './field-change.js';
import type { RosterField } from './roster-layout.js';
import type { RosterRecord, StatedEnd } from './roster-record.js';

/**
 * Compares a row that states no SK with the latest recorded one. A sheet without the column says nothing of
 * it, and an end is then of the recorded appointment; a cell left blank in the column is a gap, and refused.
 */
export function compareWithoutSk(
  record: RosterRecord,
  latest: ExistingAppointment | undefined,
): AppointmentComparison {
  const problem = latest === undefined ? endOfNothing(record) : problemWith(record, latest);
  if (problem !== undefined) return { step: { kind: 'keep' }, changes: [], problem };
  return latest === undefined || record.end === undefined
    ? { step: { kind: 'keep' }, changes: [] }
    : ended(record.end, latest);
}

/** She stays on the roster, but nothing can be paid to her; an end then has nothing to end, except a death. */
export function endOfNothing({ row, appointment, end }: RosterRecord): Problem | undefined {
  if (appointment !== undefined || end === undefined || end.endReason === 'meninggal') return undefined;
  return row.problemAt(
    row.hasColumn('skNumber') ? 'skNumber' : 'endedOn',
    refusal('roster.end-without-sk', {}),
  );
}

function problemWith(
  { row, posyandu, end, tier: certified }: RosterRecord,
  latest: ExistingAppointment,
): Problem | undefined {
  const at = (field: RosterField, refused: Refusal): Problem => row.problemAt(field, refused);
  if (row.hasColumn('skNumber')) return at('skNumber', refusal('roster.sk-blank', { sk: latest.skNumber }));
  const { role, bidang, tier } = row.found;
  const others = [
    ['posyandu', posyandu.id, latest.posyanduId],
    ['role', role?.role, latest.role],
    ['bidang', bidang ?? role?.bidang, latest.bidang],
    // A certificate raises her without a new SK.
    ['tier', tier, certified === undefined ? (latest.tier ?? tier) : tier],
  ] as const;
  const other = others.find(([, stated, known]) => stated !== undefined && stated !== known);
  if (other !== undefined) return at(other[0], refusal('roster.change-without-sk', { sk: latest.skNumber }));
  if (end === undefined || end.endedOn >= latest.validFrom) return undefined;
  return at('endedOn', refusal('roster.end-before-start', { from: formatDate(latest.validFrom) }));
}

// Whoever died after she had stopped did not stop by dying.
function ended(end: StatedEnd, latest: ExistingAppointment): AppointmentComparison {
  const stoppedBefore = latest.endedOn !== null && latest.endedOn < end.endedOn;
  const changes =
    end.endReason === 'meninggal' && stoppedBefore
      ? []
      : [
          ...changeOf('TGL BERHENTI', latest.endedOn, end.endedOn),
          ...changeOf('ALASAN BERHENTI', latest.endReason, end.endReason),
        ];
  return changes.length === 0
    ? { step: { kind: 'keep' }, changes }
    : { step: { kind: 'end', id: latest.id, end }, changes };
}
