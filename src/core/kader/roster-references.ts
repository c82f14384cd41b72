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
  /** Whether the file is for a region in which this nagari is. */
  readonly covers: (nagariCode: string) => boolean;
  readonly findBank: (typed: string) => Bank | undefined;
  readonly bankNames: string;
  readonly today: PlainDate;
}

export type RosterValues = NonNullable<RosterRow['values']>;

/** Says what is wrong with the row at hand. */
export interface RowRefusals {
  /** A field of it is refused. */
  at(field: RosterField, refused: Refusal): void;
  /** A field is blank, or its column not there, although `needing` is filled. */
  blank(field: RosterField, needing: RosterField, refused: Refusal): void;
}
