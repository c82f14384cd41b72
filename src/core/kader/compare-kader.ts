import { maskAccount } from '../formats/mask.js';
import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { AppointmentComparison, AppointmentStep } from './appointment-step.js';
import { compareAccount, type AccountStep } from './compare-account.js';
import { compareAppointment } from './compare-appointment.js';
import { compareTier, type TierStep } from './compare-tier.js';
import { lastDayOfAppointment, type ExistingKader } from './existing-kader.js';
import { changeOf, type FieldChange } from './field-change.js';
import { mayCompletePast } from './may-complete-past.js';
import type { RosterRecord } from './roster-record.js';
import type { RosterReferences } from './roster-references.js';

/** What a row changes on a kader the roster holds already. */
export interface KaderChange {
  readonly existing: ExistingKader;
  readonly record: RosterRecord;
  /** Field by field, for people; account and telephone numbers come masked. */
  readonly changes: readonly FieldChange[];
  readonly appointment: AppointmentStep;
  readonly tier: TierStep;
  readonly account: AccountStep;
  /** The row is of an SK in a nagari she has left: what it states of her person is not taken over. */
  readonly keepsPerson: boolean;
}

/** Compares a row with the kader of the same NIK. Problems stop the import; no changes means the row says nothing new. */
export function compareKader(
  record: RosterRecord,
  existing: ExistingKader,
  covers: RosterReferences['covers'],
): { readonly change: KaderChange; readonly problems: readonly Problem[] } {
  const appointment = compareAppointment(record, existing);
  const isPastElsewhere = appointment.isPast === true && record.nagariCode !== existing.nagariCode;
  if (isPastElsewhere && mayCompletePast(record.nagariCode, existing, covers)) {
    return pastElsewhere(record, existing, appointment);
  }
  const moved = isPastElsewhere ? neverServedHere(record, existing) : movedWhileServing(record, existing);
  const tier = compareTier(record, existing);
  // What the dead are owed goes to an account of the heir: a sheet that still lists their own says nothing new.
  const isAlive = existing.deceasedOn === null && record.deceasedOn === undefined;
  const account = compareAccount(isAlive ? record.account : undefined, existing);
  const changes = [
    ...personChanges(record, existing),
    ...appointment.changes,
    ...tier.changes,
    ...account.changes,
  ];
  const old = changes.length > 0 ? appointment.problemWithChanges : undefined;
  const problems = [moved, appointment.problem, old, tier.problem].filter((problem) => problem !== undefined);
  const steps = { appointment: appointment.step, tier: tier.step, account: account.step };
  return { problems, change: { existing, record, changes, keepsPerson: false, ...steps } };
}

/** Whatever else than of the SK such a row says of her is out of date. */
function pastElsewhere(
  record: RosterRecord,
  existing: ExistingKader,
  { step, changes }: AppointmentComparison,
): ReturnType<typeof compareKader> {
  const keep = { kind: 'keep' } as const;
  const steps = { appointment: step, tier: keep, account: keep };
  return { problems: [], change: { existing, record, changes, keepsPerson: true, ...steps } };
}

function personChanges(record: RosterRecord, existing: ExistingKader): FieldChange[] {
  return [
    ...changeOf('NAMA', existing.name, record.name),
    ...changeOf('TGL LAHIR', existing.birthDate, record.birthDate),
    ...changeOf('L/P', existing.sex, record.sex),
    ...changeOf('KODE NAGARI', existing.nagariCode, record.nagariCode),
    ...changeOf('JORONG', existing.jorong, record.jorong),
    ...changeOf('NO HP', existing.phone, record.phone).map(maskedPhone),
    ...changeOf('MENINGGAL', existing.deceasedOn, record.deceasedOn),
  ];
}

// Masked after they are compared: two numbers can look the same once masked.
function maskedPhone({ field, before, after }: FieldChange): FieldChange {
  return { field, before: before === null ? null : maskAccount(before), after: maskAccount(after) };
}

function neverServedHere({ row, appointment }: RosterRecord, existing: ExistingKader): Problem {
  const facts = { name: existing.name, nagari: existing.nagariName, sk: appointment?.skNumber ?? '-' };
  return row.problemAt('nik', refusal('roster.past-sk-elsewhere', facts));
}

// One person on the rosters of two nagari is how somebody gets paid twice: she may move only after her
// appointment in the other nagari has ended.
function movedWhileServing(record: RosterRecord, existing: ExistingKader): Problem | undefined {
  if (record.nagariCode === existing.nagariCode) return undefined;
  const from = record.appointment?.validFrom;
  const ended = existing.appointments.every((appointment) => {
    const lastDay = lastDayOfAppointment(appointment);
    return lastDay !== null && from !== undefined && lastDay < from;
  });
  if (ended && existing.appointments.length > 0) return undefined;
  const facts = { name: existing.name, nagari: existing.nagariName, code: existing.nagariCode };
  return record.row.problemAt('nik', refusal('roster.in-other-nagari', facts));
}
