import { maskAccount } from '../formats/mask.js';
import { refusal, type Problem } from '../formats/sheet/problem.js';
import { personKey } from './person-name.js';
import type { RosterRow } from './roster-layout.js';

/** Who else holds an account, in this file or in the roster. */
export interface AccountHolder {
  readonly nik: string;
  readonly name: string;
  /** Where: "lembar SITIUNG baris 7", or the nagari of the roster. */
  readonly place: string;
}

/** The key of an account: an account number means something only at its bank. */
export function accountKey(bankCode: string, number: string): string {
  return `${bankCode} ${number}`;
}

/**
 * The same person twice, and one account for two persons. Broken rows count as well, so that a file is not
 * refused a second time for what could be said the first time.
 */
export function findDuplicates(
  rows: readonly RosterRow[],
  bankCodeOf: (typed: string) => string | undefined,
  heldInRoster: ReadonlyMap<string, AccountHolder>,
): Problem[] {
  const firstByNik = new Map<string, RosterRow>();
  const holders = new Map(heldInRoster);
  return rows.flatMap((row) => {
    const twice = personTwice(row, firstByNik);
    const shared = accountShared(row, bankCodeOf, holders);
    return [twice, shared].filter((problem) => problem !== undefined);
  });
}

function personTwice(row: RosterRow, firstByNik: Map<string, RosterRow>): Problem | undefined {
  const { nik, name = '?' } = row.found;
  if (nik === undefined) return undefined;
  const first = firstByNik.get(nik);
  if (first === undefined) {
    firstByNik.set(nik, row);
    return undefined;
  }
  const other = first.found.name ?? '?';
  const samePerson = personKey(name) === personKey(other);
  const code = samePerson ? 'roster.person-twice' : 'roster.nik-twice';
  return row.problemAt('nik', refusal(code, { name, other, first: placeOf(first), second: placeOf(row) }));
}

function accountShared(
  row: RosterRow,
  bankCodeOf: (typed: string) => string | undefined,
  holders: Map<string, AccountHolder>,
): Problem | undefined {
  const { nik, name = '?', bank, accountNumber } = row.found;
  const bankCode = bank === undefined ? undefined : bankCodeOf(bank);
  if (nik === undefined || bankCode === undefined || accountNumber === undefined) return undefined;
  const key = accountKey(bankCode, accountNumber);
  const holder = holders.get(key);
  if (holder === undefined) {
    holders.set(key, { nik, name, place: placeOf(row) });
    return undefined;
  }
  if (holder.nik === nik) return undefined;
  const facts = { account: maskAccount(accountNumber), name, other: holder.name, place: holder.place };
  return row.problemAt('accountNumber', refusal('roster.account-shared', facts));
}

function placeOf(row: RosterRow): string {
  return `lembar ${row.sheet} baris ${String(row.row)}`;
}
