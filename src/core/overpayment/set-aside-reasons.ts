import { maskNik } from '../formats/mask.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import type { Payee, PayableSet } from '../payment/payee.js';
import { DomainError } from '../shared/domain-error.js';
import { groupBy } from '../shared/group-by.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { OwedForMonth } from './set-aside-overpaid.js';

/** What was set aside of each kader, as a request names it; the rest of her honor is paid. */
export function setAside(
  overpaid: readonly OwedForMonth[],
  payees: ReadonlyMap<number, Payee>,
  payer: string,
): PayableSet['heldOut'] {
  return ofEach(overpaid, payees, ({ name: kader, nik }, owed, months) => {
    const facts = { kader, nik: maskNik(nik), excess: -owed, months, payer };
    return new DomainError('conflict', 'overpayment.set-aside', facts);
  });
}

/** What she is still owed and budget lines must settle before it can be paid; the rest of her honor is paid. */
export function nameUnmoved(
  unmoved: readonly OwedForMonth[],
  payees: ReadonlyMap<number, Payee>,
  payer: string,
): PayableSet['heldOut'] {
  return ofEach(unmoved, payees, ({ name: kader, nik }, owed, months) => {
    const facts = { kader, nik: maskNik(nik), owed, months, payer };
    return new DomainError('conflict', 'overpayment.transfer-first', facts);
  });
}

function ofEach(
  shares: readonly OwedForMonth[],
  payees: ReadonlyMap<number, Payee>,
  reasonOf: (payee: Payee, owed: Rupiah, months: string) => DomainError,
): PayableSet['heldOut'] {
  return [...groupBy(shares, ({ kaderId }) => kaderId)].map(([kaderId, own]) => {
    const payee = payees.get(kaderId);
    invariant(payee !== undefined, 'whoever is owed is known');
    const owed = sumRupiah(own.map(({ amount }) => amount));
    const months = monthsPhrase(own.map(({ serviceMonth }) => serviceMonth));
    return { payee, owed, reason: reasonOf(payee, owed, months) };
  });
}
