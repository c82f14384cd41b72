import { refusal } from '../formats/sheet/problem.js';
import { isAccountOfPseudonym } from '../privacy/pseudonym.js';
import type { RowRefusals, RosterReferences, RosterValues } from './roster-references.js';
import { rosterLayout } from './roster-layout.js';
import type { StatedAccount } from './roster-record.js';

const ACCOUNT_FIELDS = ['bank', 'accountNumber', 'accountName'] as const;

/** The bank account a row states, or undefined when it states none or not all of it. */
export function readAccount(
  values: RosterValues,
  { findBank, bankNames }: RosterReferences,
  refuse: RowRefusals,
): StatedAccount | undefined {
  const { bank: typed, accountNumber: number, accountName: name } = values;
  // Sheets fill BANK down the whole column, also for those who have no account there.
  if (number === undefined && name === undefined) return undefined;
  if (typed === undefined || number === undefined || name === undefined) {
    refuseIncomplete(values, refuse);
    return undefined;
  }
  const bank = findBank(typed);
  if (bank === undefined) refuse.at('bank', refusal('roster.bank-unknown', { banks: bankNames }));
  if (/^(\d)\1*$/.test(number)) refuse.at('accountNumber', refusal('roster.account-one-digit', {}));
  if (isAccountOfPseudonym(number)) refuse.at('accountNumber', refusal('roster.account-impossible', {}));
  return bank && { bankCode: bank.code, bankName: bank.name, number, name };
}

function refuseIncomplete(values: RosterValues, refuse: RowRefusals): void {
  const filled = values.accountNumber === undefined ? 'accountName' : 'accountNumber';
  for (const field of ACCOUNT_FIELDS.filter((one) => values[one] === undefined)) {
    const facts = { column: rosterLayout.columns[field].label };
    refuse.blank(field, filled, refusal('roster.account-incomplete', facts));
  }
}
