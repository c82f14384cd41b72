import type { Refusal } from '../formats/sheet/problem.js';
import type { NagariClues, NagariFinding } from '../region/find-nagari.js';
import type { PosyanduFinding } from '../region/find-posyandu.js';
import type { Region } from '../region/region.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { Bank } from './bank.js';
import type { RosterField, RosterRow } from './roster-layout.js';

/** What a roster row is held against. */
export interface RosterReferences {
  readonly findNagari: (clues: NagariClues) => NagariFinding;
  readonly findPosyandu: (nagari: Region, typed: string) => PosyanduFinding;
  readonly findBank: (typed: string) => Bank | undefined;
  readonly bankNames: string;
  readonly today: PlainDate;
}

export type RosterValues = NonNullable<RosterRow['values']>;

/** Says that a field of the row at hand is refused. */
export type RefuseField = (field: RosterField, refused: Refusal) => void;
