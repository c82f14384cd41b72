import type { PlainDate } from '../../shared/plain-date.js';

/** The record of an heir that counts, as far as it decides whether somebody's money may go there. */
export interface CurrentHeir {
  readonly name: string;
  readonly isConfirmed: boolean;
  /** Day of death as the proof states it. */
  readonly diedOn: PlainDate;
}

/** Nobody pays the dead: `missing`, `unconfirmed` and `death-differs` hold the money back, `in-force` lets it go. */
export type HeirStatus = 'not-needed' | 'missing' | 'unconfirmed' | 'death-differs' | 'in-force';

/** Whether what somebody earned can go to an heir; `not-needed` while the roster knows of no death. */
export function heirStatus(deceasedOn: PlainDate | null, heir: CurrentHeir | null): HeirStatus {
  if (deceasedOn === null) return 'not-needed';
  if (heir === null) return 'missing';
  if (heir.diedOn !== deceasedOn) return 'death-differs';
  return heir.isConfirmed ? 'in-force' : 'unconfirmed';
}
