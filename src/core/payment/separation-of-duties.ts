import { DomainError } from '../shared/domain-error.js';
import { stepNames } from './request-state.js';

type HandPart = 'prepare' | 'verify' | 'approve' | 'release' | 'countersign';

/** Somebody who has a hand in a submission of a request. */
export interface RequestHand {
  readonly userId: number;
  readonly part: HandPart;
  /** True for who was away and for whom somebody else signed: it is this person's hand as well. */
  readonly isRepresented: boolean;
}

/** Somebody who recorded a bank account that the request pays to. */
export interface AccountHand {
  readonly userId: number;
  /** True when it replaced an earlier account; the first account of a kader may be recorded by who prepares. */
  readonly isChange: boolean;
  readonly kaderName: string;
}

const partNames = {
  prepare: 'penyusun',
  verify: 'verifikator',
  approve: 'pemberi persetujuan',
  release: 'pembayar',
  countersign: 'penanda tangan tambahan',
} as const satisfies Record<HandPart, string>;

/**
 * Different people: who prepares, verifies, approves, releases and signs besides, and those they sign for, are never
 * the same, and none of them recorded a bank account it pays to (controls C10 and C14). The database holds the same
 * rule.
 *
 * @param step what the person is about to do, as people call it
 * @throws DomainError `payment.same-person` or `payment.account-changer`
 */
export function assertOtherHand(
  request: {
    readonly number: string;
    readonly hands: readonly RequestHand[];
    readonly accountHands: readonly AccountHand[];
  },
  step: string,
  person: { readonly id: number; readonly name: string },
): void {
  const { number } = request;
  const own = request.hands.find((hand) => hand.userId === person.id);
  if (own !== undefined) {
    const role = own.isRepresented ? `${partNames[own.part]} (diwakili)` : partNames[own.part];
    throw new DomainError('forbidden', 'payment.same-person', { number, person: person.name, role, step });
  }
  const recorded = request.accountHands.find((account) => account.userId === person.id);
  if (recorded === undefined) return;
  const { kaderName: kader } = recorded;
  throw new DomainError('forbidden', 'payment.account-changer', { number, person: person.name, kader, step });
}

/**
 * Nobody who signed a request has recorded an account since that it pays to. Of who prepared it a first account may
 * be, and a changed one stops the payment to that kader until another person confirms it.
 *
 * @throws DomainError `payment.signer-recorded-account`
 */
export function assertHandsClean(
  number: string,
  hands: readonly RequestHand[],
  accountHands: readonly AccountHand[],
): void {
  for (const { userId, part } of hands) {
    const account = accountHands.find((one) => one.userId === userId && part !== 'prepare');
    if (account === undefined) continue;
    const facts = { number, role: partNames[part], kader: account.kaderName };
    throw new DomainError('conflict', 'payment.signer-recorded-account', facts);
  }
}

/** Who recorded a delegation, other than who is away. */
export interface MandateRecorder {
  readonly delegation: number;
  readonly userId: number;
  readonly name: string;
}

/**
 * Whoever has a hand in a request makes nobody else a hand in it: who prepares it would choose who approves it.
 *
 * @param handIds everybody who has a hand, with who is about to
 * @throws DomainError `payment.delegation-by-a-hand`
 */
export function assertMandatesOfOthers(
  number: string,
  handIds: readonly number[],
  recorders: readonly MandateRecorder[],
): void {
  const own = recorders.find(({ userId }) => handIds.includes(userId));
  if (own === undefined) return;
  const { delegation, name: recorder } = own;
  throw new DomainError('forbidden', 'payment.delegation-by-a-hand', { number, delegation, recorder });
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
