import { maskAccount } from '../formats/mask.js';
import { DomainError } from '../shared/domain-error.js';

/** A change of account as it waits for a second person. */
export interface WaitingAccount {
  /** The kader's. */
  readonly name: string;
  readonly bank: string;
  readonly number: string;
  readonly accountName: string;
  readonly recordedBy: number;
  /** Username of who recorded it. */
  readonly recorder: string;
}

const LAST_DIGITS = 4;

/**
 * A changed account takes effect only when a second person confirms it: whoever could change a payee alone
 * could have the money paid to herself. The database refuses it again. She says which account she means by
 * its last four digits or the whole number, so that she does not confirm one she never saw.
 * @throws DomainError `roster.account-same-person`, `roster.account-other-than-pending`
 */
export function checkAccountConfirmation(
  waiting: WaitingAccount,
  confirming: { by: number; account: string },
): void {
  const { name, bank, number, accountName, recordedBy, recorder } = waiting;
  if (confirming.by === recordedBy) {
    throw new DomainError('forbidden', 'roster.account-same-person', { name });
  }
  const typed = confirming.account.replace(/[\s.-]/g, '');
  if (typed !== number && typed !== number.slice(-LAST_DIGITS)) {
    const facts = { name, bank, account: maskAccount(number), accountName, recorder };
    throw new DomainError('conflict', 'roster.account-other-than-pending', facts);
  }
}
