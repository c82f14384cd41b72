import { DomainError } from '../shared/domain-error.js';
import { stepNames, type RequestState } from './request-state.js';

/** Who took which step of a request so far; null = not taken (or undone by a rejection). */
export interface RequestHands {
  readonly preparedBy: number;
  readonly verifiedBy: number | null;
  readonly approvedBy: number | null;
  readonly releasedBy: number | null;
}

/** Somebody who recorded a bank account that the request pays to. */
export interface AccountHand {
  readonly userId: number;
  /** True when it replaced an earlier account; the first account of a kader may be recorded by who prepares. */
  readonly isChange: boolean;
  readonly kaderName: string;
}

const handNames = {
  preparedBy: 'penyusun',
  verifiedBy: 'verifikator',
  approvedBy: 'pemberi persetujuan',
  releasedBy: 'pembayar',
} as const satisfies Record<keyof RequestHands, string>;

/**
 * Four different people: who prepares, verifies, approves and releases a request, and none of them recorded
 * a bank account it pays to (controls C10 and C14). The database holds the same rule.
 *
 * @throws DomainError `payment.same-person` or `payment.account-changer`
 */
export function assertOtherHand(
  request: {
    readonly number: string;
    readonly hands: RequestHands;
    readonly accountHands: readonly AccountHand[];
  },
  to: RequestState,
  person: { readonly id: number; readonly name: string },
): void {
  const step = stepNames[to];
  for (const [hand, role] of Object.entries(handNames)) {
    if (request.hands[hand as keyof RequestHands] !== person.id) continue;
    throw new DomainError('forbidden', 'payment.same-person', {
      number: request.number,
      person: person.name,
      role,
      step,
    });
  }
  const recorded = request.accountHands.find((account) => account.userId === person.id);
  if (recorded === undefined) return;
  throw new DomainError('forbidden', 'payment.account-changer', {
    number: request.number,
    person: person.name,
    kader: recorded.kaderName,
    step,
  });
}

/** Who prepares may have recorded first accounts, but never a change of one. @throws DomainError */
export function assertMayPrepare(
  number: string,
  accountHands: readonly AccountHand[],
  person: { readonly id: number; readonly name: string },
): void {
  const changed = accountHands.find((account) => account.userId === person.id && account.isChange);
  if (changed === undefined) return;
  throw new DomainError('forbidden', 'payment.account-changer', {
    number,
    person: person.name,
    kader: changed.kaderName,
    step: stepNames.submitted,
  });
}
