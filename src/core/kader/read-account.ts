import { refusal } from '../formats/sheet/problem.js';
import type { RefuseField, RosterReferences, RosterValues } from './roster-references.js';
import { rosterLayout } from './roster-layout.js';
import type { StatedAccount } from './roster-record.js';

const ACCOUNT_FIELDS = ['bank', 'accountNumber', 'accountName'] as const;

/** The bank account a row states, or undefined when it states none (she is paid in cash) or not all of it. */
export function readAccount(
  values: RosterValues,
  { findBank, bankNames }: RosterReferences,
  refuseField: RefuseField,
): StatedAccount | undefined {
  const { bank: typed, accountNumber: number, accountName: name } = values;
  // Sheets fill BANK down the whole column, also for those who have no account there.
  if (number === undefined && name === undefined) return undefined;
  const missing = ACCOUNT_FIELDS.filter((field) => values[field] === undefined);
  for (const field of missing) {
    refuseField(field, refusal('roster.account-incomplete', { column: rosterLayout.columns[field].label }));
  }
  if (typed === undefined || number === undefined || name === undefined) return undefined;
  const bank = findBank(typed);
  if (bank === undefined) refuseField('bank', refusal('roster.bank-unknown', { banks: bankNames }));
  if (/^(\d)\1*$/.test(number)) refuseField('accountNumber', refusal('roster.account-one-digit', {}));
  return bank && { bankCode: bank.code, bankName: bank.name, number, name };
}
