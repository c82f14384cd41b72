import { maskNik } from '../formats/mask.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import type { Payee, PayableSet } from '../payment/payee.js';
import { DomainError } from '../shared/domain-error.js';
import { groupBy } from '../shared/group-by.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah } from '../shared/rupiah.js';
import type { OwedForMonth } from './set-aside-overpaid.js';

/** What was set aside of each kader, as a request names it; the rest of her honor is paid. */
export function setAside(
  overpaid: readonly OwedForMonth[],
  payees: ReadonlyMap<number, Payee>,
  payer: string,
): PayableSet['heldOut'] {
  return [...groupBy(overpaid, ({ kaderId }) => kaderId)].map(([kaderId, shares]) => {
    const payee = payees.get(kaderId);
    invariant(payee !== undefined, 'whoever is owed is known');
    const owed = sumRupiah(shares.map(({ amount }) => amount));
    const months = monthsPhrase(shares.map(({ serviceMonth }) => serviceMonth));
    const facts = { kader: payee.name, nik: maskNik(payee.nik), excess: -owed, months, payer };
    return { payee, owed, reason: new DomainError('conflict', 'overpayment.set-aside', facts) };
  });
}
