import type { Problem } from '../formats/sheet/problem.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { FieldChange } from './field-change.js';
import type { StatedAppointment, StatedEnd } from './roster-record.js';

/** What to do to a kader's appointments. */
export type AppointmentStep =
  | { readonly kind: 'keep' }
  | { readonly kind: 'end'; readonly id: number; readonly end: StatedEnd }
  | { readonly kind: 'correct'; readonly id: number; readonly appointment: StatedAppointment }
  | {
      readonly kind: 'add';
      readonly appointment: StatedAppointment;
      /** The earlier one, which ends the day before as replaced by a newer SK. */
      readonly closes: { readonly id: number; readonly endedOn: PlainDate } | null;
    };

export interface AppointmentComparison {
  readonly step: AppointmentStep;
  readonly changes: readonly FieldChange[];
  readonly problem?: Problem;
}
