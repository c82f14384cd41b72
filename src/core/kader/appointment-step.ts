import type { Problem } from '../formats/sheet/problem.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { FieldChange } from './field-change.js';
import type { StatedAppointment, StatedEnd } from './roster-record.js';

/** An earlier appointment, which ends the day before as replaced by a newer SK. */
export interface ReplacedAppointment {
  readonly id: number;
  readonly endedOn: PlainDate;
}

/** What to do to a kader's appointments. */
export type AppointmentStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'end'; readonly id: number; readonly end: StatedEnd }
  | {
      readonly kind: 'correct';
      readonly id: number;
      readonly appointment: StatedAppointment;
      /** Its first day as it was recorded. */
      readonly from: PlainDate;
      /** The one before, which was replaced by this one and so ends with its corrected first day. */
      readonly closes: ReplacedAppointment | null;
    }
  | {
      readonly kind: 'add';
      readonly appointment: StatedAppointment;
      readonly closes: ReplacedAppointment | null;
    };

export interface AppointmentComparison {
  readonly step: AppointmentStep;
  readonly changes: readonly FieldChange[];
  readonly problem?: Problem;
  /** A problem only where the row changes something else. */
  readonly problemWithChanges?: Problem;
  /** A later SK of hers is recorded: the row says nothing of where and what she is now. */
  readonly isPast?: boolean;
}

/** Nothing to do. */
export const KEEP: AppointmentComparison = { step: { kind: 'keep' }, changes: [] };
