import { maskNik } from '../formats/mask.js';
import { monthsPhrase } from '../formats/months-phrase.js';
import { earningOf, type OwedForMonth } from '../overpayment/set-aside-overpaid.js';
import { DomainError } from '../shared/domain-error.js';
import { groupBy } from '../shared/group-by.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import type { Payee, PayableSet } from './payee.js';

/** What requests paid, or are about to pay, of a kader's month and component, and what she has a right to in all. */
export interface PaidOfMonth {
  readonly kaderId: number;
  readonly serviceMonth: ServiceMonth;
  readonly component: string;
  readonly paid: Rupiah;
  readonly entitled: Rupiah;
  /** The numbers of those requests. */
  readonly requests: string;
}

/** A share that waits, with the requests that paid its month already. */
export interface WaitingShare extends OwedForMonth {
  readonly requests: string;
}

/**
 * Keeps apart what a body owes for a month and component that others paid already, so that both together would be
 * more than she has a right to: her SK, or the split over sources, was set right after they paid. It waits until
 * what they paid too much has come back; control C12 would stop everybody else's honor with hers.
 */
export function setAsidePaidElsewhere<Share extends OwedForMonth>(
  shares: readonly Share[],
  paid: readonly PaidOfMonth[],
): { readonly owed: readonly Share[]; readonly waiting: readonly (Share & WaitingShare)[] } {
  const paidOf = new Map(paid.map((one) => [earningOf(one), one]));
  const owed: Share[] = [];
  const waiting: (Share & WaitingShare)[] = [];
  for (const [earning, group] of groupBy(shares, earningOf)) {
    const before = paidOf.get(earning);
    const asked = sumRupiah(group.map(({ amount }) => amount));
    if (before === undefined || before.paid <= 0n || asked <= 0n || before.paid + asked <= before.entitled)
      owed.push(...group);
    else waiting.push(...group.map((share) => ({ ...share, requests: before.requests })));
  }
  return { owed, waiting };
}

/** What waits of each kader, as a request names it; the rest of her honor is paid. */
export function namePaidElsewhere(
  waiting: readonly WaitingShare[],
  payees: ReadonlyMap<number, Payee>,
): PayableSet['heldOut'] {
  return [...groupBy(waiting, ({ kaderId }) => kaderId)].map(([kaderId, shares]) => {
    const payee = payees.get(kaderId);
    invariant(payee !== undefined, 'whoever is owed is known');
    const owed = sumRupiah(shares.map(({ amount }) => amount));
    const months = monthsPhrase(shares.map(({ serviceMonth }) => serviceMonth));
    const requests = [...new Set(shares.map((share) => share.requests))].sort().join(', ');
    const facts = { kader: payee.name, nik: maskNik(payee.nik), owed, months, requests };
    return { payee, owed, reason: new DomainError('conflict', 'payment.paid-elsewhere', facts) };
  });
}
