import type { Problem } from '../formats/sheet/problem.js';
import { endOfNothing } from './compare-without-sk.js';
import { compareKader, type KaderChange } from './compare-kader.js';
import type { ExistingKader } from './existing-kader.js';
import { saidOnce } from './needed-column.js';
import { notesOn } from './roster-notes.js';
import { readRosterRow } from './read-roster-row.js';
import { findDuplicates, type AccountHolder } from './roster-duplicates.js';
import type { RosterRow } from './roster-layout.js';
import type { RosterRecord } from './roster-record.js';
import type { RosterReferences } from './roster-references.js';

/** What the roster knows of the persons and accounts that a file names. */
export interface KnownRoster {
  readonly kaderByNik: ReadonlyMap<string, ExistingKader>;
  /** By `accountKey`. */
  readonly accountHolders: ReadonlyMap<string, AccountHolder>;
}

/** What importing a roster file would do. With any problem it must not be done at all. */
export interface RosterPlan {
  readonly problems: readonly Problem[];
  readonly notes: readonly Problem[];
  readonly created: readonly RosterRecord[];
  readonly changed: readonly KaderChange[];
  readonly unchanged: number;
}

/** Holds a file's rows against each other and against the roster. */
export function planRosterImport(
  rows: readonly RosterRow[],
  known: KnownRoster,
  references: RosterReferences,
): RosterPlan {
  const problems: Problem[] = [];
  const created: RosterRecord[] = [];
  const changed: KaderChange[] = [];
  const refused = new Set<RosterRecord>();
  const records = rows.flatMap((row) => readRosterRow(row, references, problems) ?? []);
  const bankCodeOf = (typed: string): string | undefined => references.findBank(typed)?.code;
  problems.push(...findDuplicates(rows, bankCodeOf, known.accountHolders));
  for (const record of records) {
    const existing = known.kaderByNik.get(record.nik);
    if (existing === undefined) {
      const problem = endOfNothing(record);
      if (problem === undefined) created.push(record);
      else {
        refused.add(record);
        problems.push(problem);
      }
      continue;
    }
    const comparison = compareKader(record, existing, references.covers);
    problems.push(...comparison.problems);
    if (comparison.change.changes.length > 0) changed.push(comparison.change);
  }
  const unchanged = records.length - created.length - changed.length - refused.size;
  const notes = notesOn(
    records.filter((record) => !refused.has(record)),
    known.kaderByNik,
    references,
  );
  return { problems: saidOnce(problems), notes, created, changed, unchanged };
}
