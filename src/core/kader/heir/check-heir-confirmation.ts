import { maskAccount } from '../../formats/mask.js';
import { DomainError } from '../../shared/domain-error.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';

/** The record of an heir that waits for a second person, and the death the roster knows now. */
export interface WaitingHeir {
  readonly kaderName: string;
  readonly name: string;
  readonly diedOn: PlainDate;
  readonly deceasedOn: PlainDate | null;
  readonly accountNumber: string;
  readonly recordedBy: number;
  /** Full name of who recorded it. */
  readonly recorder: string;
}

const LAST_DIGITS = 4;

/**
 * Money of the dead goes nowhere on one person's word: a second one who saw the proof and the bank book says the
 * account by its last four digits or the whole number. The database refuses one person for both again.
 *
 * @throws DomainError `heir.same-person`, `heir.death-differs`, `heir.other-than-recorded`
 */
export function checkHeirConfirmation(
  waiting: WaitingHeir,
  confirming: { readonly by: number; readonly account: string },
): void {
  const { kaderName, name, diedOn, deceasedOn, accountNumber, recordedBy, recorder } = waiting;
  if (confirming.by === recordedBy)
    throw new DomainError('forbidden', 'heir.same-person', { name: kaderName });
  if (diedOn !== deceasedOn) {
    const roster = deceasedOn === null ? '-' : formatDate(deceasedOn);
    const facts = { name: kaderName, roster, proof: formatDate(diedOn) };
    throw new DomainError('conflict', 'heir.death-differs', facts);
  }
  const typed = confirming.account.replace(/[\s.-]/g, '');
  if (typed === accountNumber || typed === accountNumber.slice(-LAST_DIGITS)) return;
  const facts = { name: kaderName, heir: name, account: maskAccount(accountNumber), recorder };
  throw new DomainError('conflict', 'heir.other-than-recorded', facts);
}
