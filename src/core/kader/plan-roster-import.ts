import { refusal, type Problem } from '../formats/sheet/problem.js';
import { compareKader, type KaderChange } from './compare-kader.js';
import type { ExistingKader } from './existing-kader.js';
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
  const records = rows.flatMap((row) => readRosterRow(row, references, problems) ?? []);
  const bankCodeOf = (typed: string): string | undefined => references.findBank(typed)?.code;
  problems.push(...findDuplicates(rows, bankCodeOf, known.accountHolders));
  for (const record of records) {
    const existing = known.kaderByNik.get(record.nik);
    if (existing === undefined) {
      created.push(record);
      continue;
    }
    const comparison = compareKader(record, existing);
    problems.push(...comparison.problems);
    if (comparison.change.changes.length > 0) changed.push(comparison.change);
  }
  const unchanged = records.length - created.length - changed.length;
  return { problems, notes: notesOn(records, references), created, changed, unchanged };
}

function notesOn(records: readonly RosterRecord[], { findBank }: RosterReferences): Problem[] {
  const notes = records.flatMap(({ row, name, appointment, account }) => {
    const noted: Problem[] = [];
    if (appointment === undefined)
      noted.push(row.problemAt('skNumber', refusal('roster.without-sk', { name })));
    const bank = account === undefined ? undefined : findBank(account.bankCode);
    const length = account?.number.length ?? 0;
    if (bank !== undefined && bank.lengths.length > 0 && !bank.lengths.includes(length)) {
      const facts = { bank: bank.name, count: length, usual: bank.lengths.join(' atau ') };
      noted.push(row.problemAt('accountNumber', refusal('roster.account-length-unusual', facts)));
    }
    return noted;
  });
  const inCash = records.filter(({ account }) => account === undefined).length;
  if (inCash === 0) return notes;
  const whole = { sheet: '', cell: '', column: '', value: '' };
  return [...notes, { ...whole, ...refusal('roster.without-account', { count: inCash }) }];
}
