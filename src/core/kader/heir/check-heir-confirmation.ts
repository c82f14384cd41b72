import { maskAccount } from '../../formats/mask.js';
import { DomainError } from '../../shared/domain-error.js';
import { formatDate, type PlainDate } from '../../shared/plain-date.js';

/** The record of an heir that waits for a second person, and the death the roster knows now. */
export interface WaitingHeir {
  readonly kaderName: string;
  readonly name: string;
  /** Its code. */
  readonly relation: string;
  readonly diedOn: PlainDate;
  readonly deceasedOn: PlainDate | null;
  readonly accountNumber: string;
  readonly recordedBy: number;
  /** Full name of who recorded it. */
  readonly recorder: string;
}

const LAST_DIGITS = 4;

/** What the second person says of the record that waits. */
export interface ConfirmingHand {
  readonly by: number;
  /** Last four digits, or all, of the account. */
  readonly account: string;
  /** Whom she saw on the papers, the relation by its code; absent when she was shown all of it. */
  readonly named?: { readonly name: string; readonly relation: string };
}

/**
 * Money of the dead goes nowhere on one person's word: a second one who saw the proof and the bank book says the
 * account by its last four digits or the whole number, and who the heir is. The database refuses one person for both again.
 *
 * @throws DomainError `heir.same-person`, `heir.death-differs`, `heir.other-than-recorded`
 */
export function checkHeirConfirmation(waiting: WaitingHeir, confirming: ConfirmingHand): void {
  const { kaderName, name, diedOn, deceasedOn, accountNumber, recordedBy, recorder } = waiting;
  if (confirming.by === recordedBy)
    throw new DomainError('forbidden', 'heir.same-person', { name: kaderName });
  if (diedOn !== deceasedOn) {
    const roster = deceasedOn === null ? '-' : formatDate(deceasedOn);
    const facts = { name: kaderName, roster, proof: formatDate(diedOn) };
    throw new DomainError('conflict', 'heir.death-differs', facts);
  }
  if (isAccount(confirming.account, accountNumber) && isSamePerson(confirming.named, waiting)) return;
  const { relation } = waiting;
  const facts = { name: kaderName, heir: name, relation, account: maskAccount(accountNumber), recorder };
  throw new DomainError('conflict', 'heir.other-than-recorded', facts);
}

function isAccount(said: string, number: string): boolean {
  const typed = said.replace(/[\s.-]/g, '');
  return typed === number || typed === number.slice(-LAST_DIGITS);
}

function isSamePerson(said: ConfirmingHand['named'], { name, relation }: WaitingHeir): boolean {
  return said === undefined || (wordsOf(said.name) === wordsOf(name) && said.relation === relation);
}

function wordsOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
