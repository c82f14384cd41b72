import { maskNik } from '../formats/mask.js';
import { heirStatus } from '../kader/heir/heir-status.js';
import { DomainError } from '../shared/domain-error.js';
import { formatDate } from '../shared/plain-date.js';
import type { Payee } from './payee.js';

/** Why what this kader earned cannot be paid now, or undefined (controls C4, C6 and C10). */
export function whyNotPayable(payee: Payee): DomainError | undefined {
  const withoutHeir = whyNotToHeir(payee);
  if (withoutHeir !== undefined) return withoutHeir;
  const person = { kader: payee.name, nik: maskNik(payee.nik) };
  if (payee.accountIsPending) return new DomainError('conflict', 'payment.account-pending', person);
  if (payee.accountId === null) return new DomainError('conflict', 'payment.account-missing', person);
  return undefined;
}

/** Of the dead only the confirmed heir is paid. */
function whyNotToHeir({ name, nik, deceasedOn, heir }: Payee): DomainError | undefined {
  const person = { kader: name, nik: maskNik(nik) };
  const died = deceasedOn === null ? '-' : formatDate(deceasedOn);
  switch (heirStatus(deceasedOn, heir)) {
    case 'missing':
      return new DomainError('conflict', 'payment.deceased', { ...person, deceasedOn: died });
    case 'unconfirmed':
      return new DomainError('conflict', 'payment.heir-unconfirmed', { ...person, heir: heir?.name ?? '-' });
    case 'death-differs': {
      const facts = { heir: heir?.name ?? '-', proof: heir === null ? '-' : formatDate(heir.diedOn) };
      return new DomainError('conflict', 'payment.heir-death-differs', {
        ...person,
        ...facts,
        deceasedOn: died,
      });
    }
    default:
      return undefined;
  }
}
