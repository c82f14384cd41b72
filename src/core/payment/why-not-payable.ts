import { maskNik } from '../formats/mask.js';
import { heirStatus, type CurrentHeir } from '../kader/heir/heir-status.js';
import { DomainError } from '../shared/domain-error.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';

/** What decides whether money can go to somebody, or to her heir. */
export interface PayeeNow {
  readonly name: string;
  readonly nik: string;
  readonly deceasedOn: PlainDate | null;
  /** The record of her heir that counts; null when there is none. */
  readonly heir: CurrentHeir | null;
  /** The account in force, the heir's once she has died; null when there is none. */
  readonly accountId: number | null;
  /** A change of account waits for its second person. */
  readonly accountIsPending: boolean;
}

/** Why what this kader earned cannot be paid now, or undefined (controls C4, C6 and C10). */
export function whyNotPayable(payee: PayeeNow): DomainError | undefined {
  const withoutHeir = whyNotToHeir(payee);
  if (withoutHeir !== undefined) return withoutHeir;
  const person = { kader: payee.name, nik: maskNik(payee.nik) };
  if (payee.accountIsPending) return new DomainError('conflict', 'payment.account-pending', person);
  if (payee.accountId === null) return new DomainError('conflict', 'payment.account-missing', person);
  return undefined;
}

/** Of the dead only the confirmed heir is paid. */
function whyNotToHeir({ name, nik, deceasedOn: died, heir }: PayeeNow): DomainError | undefined {
  if (died === null) return undefined;
  const facts = { kader: name, nik: maskNik(nik), deceasedOn: formatDate(died) };
  if (heir === null) return new DomainError('conflict', 'payment.deceased', facts);
  const status = heirStatus(died, heir);
  if (status === 'death-differs') {
    const proven = { ...facts, heir: heir.name, proof: formatDate(heir.diedOn) };
    return new DomainError('conflict', 'payment.heir-death-differs', proven);
  }
  if (status === 'in-force') return undefined;
  const { kader } = facts;
  return new DomainError('conflict', 'payment.heir-unconfirmed', { kader, nik: facts.nik, heir: heir.name });
}
