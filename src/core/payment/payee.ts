import { maskNik } from '../formats/mask.js';
import { groupBy } from '../shared/group-by.js';
import { DomainError } from '../shared/domain-error.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { monthOf, type ServiceMonth } from '../shared/service-month.js';
import { whyNotPayable, type PayeeNow } from './why-not-payable.js';

/** A share of honor that a paying body owes a kader. */
export interface OwedShare {
  readonly entitlementId: number;
  readonly kaderId: number;
  readonly sourceId: number;
  readonly serviceMonth: ServiceMonth;
  readonly amount: Rupiah;
}

/** A kader as a payment sees her. */
export interface Payee extends PayeeNow {
  readonly kaderId: number;
  /** The last transfer to the account in force came back. */
  readonly accountWasReturned: boolean;
}

/** What one kader is owed, by budget line. */
export interface PayableKader {
  readonly payee: Payee;
  readonly entitlementIds: readonly number[];
  readonly total: Rupiah;
  /** The months for which she is owed more than was taken back, in order. */
  readonly months: readonly ServiceMonth[];
}

/** Who can be paid now, and who is held out of the request and why; nobody falls between. */
export interface PayableSet {
  readonly payable: readonly PayableKader[];
  readonly heldOut: readonly { readonly payee: Payee; readonly owed: Rupiah; readonly reason: DomainError }[];
}

/**
 * Sorts what is owed into what can be paid and what is held out. One kader's missing account holds up her own
 * money only. Somebody whose corrections outweigh what she is owed is held out until more is owed.
 *
 * @param options `retryReturned`: pay to an account whose last transfer came back, because somebody says it is right
 */
export function payableSet(
  owed: readonly OwedShare[],
  payees: ReadonlyMap<number, Payee>,
  options: { readonly retryReturned: boolean },
): PayableSet {
  const payable: PayableKader[] = [];
  const heldOut: PayableSet['heldOut'][number][] = [];
  for (const [kaderId, shares] of groupBy(owed, (share) => share.kaderId)) {
    const payee = payees.get(kaderId);
    if (payee === undefined) throw new Error(`kader ${String(kaderId)} is owed but not known`);
    const amounts = totalsBySource(shares);
    if (amounts.every((amount) => amount === 0n)) continue;
    const total = sumRupiah(amounts);
    const reason =
      whyNotPayable(payee) ??
      (options.retryReturned ? undefined : whyReturned(payee)) ??
      whyOutweighed(payee, amounts);
    if (reason !== undefined) heldOut.push({ payee, owed: total, reason });
    else {
      const entitlementIds = shares.map((share) => share.entitlementId);
      payable.push({ payee, total, entitlementIds, months: owedMonths(shares) });
    }
  }
  return { payable, heldOut };
}

/** Of some months those in which she lived, the month of death among them: nobody is insured after it. */
export function monthsAlive(
  { deceasedOn }: Pick<Payee, 'deceasedOn'>,
  months: readonly ServiceMonth[],
): readonly ServiceMonth[] {
  return deceasedOn === null ? months : months.filter((month) => month <= monthOf(deceasedOn));
}

function totalsBySource(shares: readonly OwedShare[]): Rupiah[] {
  const bySource = groupBy(shares, (share) => share.sourceId);
  return [...bySource.values()].map((ofSource) => sumRupiah(ofSource.map((share) => share.amount)));
}

function owedMonths(shares: readonly OwedShare[]): ServiceMonth[] {
  return [...groupBy(shares, (share) => share.serviceMonth)]
    .filter(([, ofMonth]) => sumRupiah(ofMonth.map((share) => share.amount)) > 0n)
    .map(([month]) => month)
    .sort();
}

/** A correction takes more off a budget line than she is owed on it: it waits until more is owed. */
function whyOutweighed({ name, nik }: Payee, amounts: readonly Rupiah[]): DomainError | undefined {
  const excess = -sumRupiah(amounts.filter((amount) => amount < 0n));
  if (excess === 0n) return undefined;
  const facts = { kader: name, nik: maskNik(nik), excess };
  return new DomainError('conflict', 'payment.correction-outweighs', facts);
}

function whyReturned({ name, nik, accountWasReturned }: Payee): DomainError | undefined {
  if (!accountWasReturned) return undefined;
  return new DomainError('conflict', 'payment.account-returned', { kader: name, nik: maskNik(nik) });
}
