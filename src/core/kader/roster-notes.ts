import { refusal, type Problem } from '../formats/sheet/problem.js';
import type { ExistingKader } from './existing-kader.js';
import { mayCompletePast } from './may-complete-past.js';
import { personKey } from './person-name.js';
import type { RosterRecord, StatedAccount } from './roster-record.js';
import type { RosterReferences } from './roster-references.js';

/** What is worth knowing of a file's rows although nothing of it is wrong. */
export function notesOn(
  records: readonly RosterRecord[],
  kaderByNik: ReadonlyMap<string, ExistingKader>,
  references: RosterReferences,
): Problem[] {
  const notes = records.flatMap((record) => {
    const { row, name, nik, appointment, account } = record;
    const hasSk = appointment !== undefined || (kaderByNik.get(nik)?.appointments.length ?? 0) > 0;
    const withoutSk = hasSk ? [] : [row.problemAt('skNumber', refusal('roster.without-sk', { name }))];
    return [
      ...withoutSk,
      ...pastNote(record, kaderByNik.get(nik), references),
      ...(account === undefined ? [] : accountNotes(record, account, references)),
    ];
  });
  const count = records.filter(({ account, nik }) => {
    const existing = kaderByNik.get(nik);
    return account === undefined && (existing?.account ?? existing?.pendingAccount ?? null) === null;
  }).length;
  if (count === 0) return notes;
  const whole = { sheet: '', cell: '', column: '', value: '' };
  return [...notes, { ...whole, ...refusal('roster.without-account', { count }) }];
}

/** What else such a row says of her is not taken over: that must not happen in silence. */
function pastNote(
  { row, name, nagariCode, appointment }: RosterRecord,
  existing: ExistingKader | undefined,
  { covers }: RosterReferences,
): Problem[] {
  const latest = existing?.appointments.at(-1);
  if (appointment === undefined || existing === undefined || latest === undefined) return [];
  if (nagariCode === existing.nagariCode || appointment.validFrom >= latest.validFrom) return [];
  if (!mayCompletePast(nagariCode, existing, covers)) return [];
  const facts = { sk: appointment.skNumber, name, nagari: existing.nagariName };
  return [row.problemAt('skNumber', refusal('roster.past-sk-only', facts))];
}

function accountNotes(
  { row, name }: RosterRecord,
  account: StatedAccount,
  { findBank }: RosterReferences,
): Problem[] {
  const notes: Problem[] = [];
  const bank = findBank(account.bankCode);
  const count = account.number.length;
  if (bank !== undefined && bank.lengths.length > 0 && !bank.lengths.includes(count)) {
    const facts = { bank: bank.name, count, usual: bank.lengths.join(' atau ') };
    notes.push(row.problemAt('accountNumber', refusal('roster.account-length-unusual', facts)));
  }
  if (!sharesWord(name, account.name)) {
    notes.push(row.problemAt('accountName', refusal('roster.account-name-differs', { name })));
  }
  return notes;
}

function sharesWord(name: string, other: string): boolean {
  const words = new Set(personKey(name).split(' '));
  return personKey(other)
    .split(' ')
    .some((word) => words.has(word));
}
