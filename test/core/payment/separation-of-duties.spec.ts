import type { RequestState } from '../../../src/core/payment/request-state.js';
import {
  assertMayPrepare,
  assertOtherHand,
  type RequestHands,
} from '../../../src/core/payment/separation-of-duties.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';

const hands: RequestHands = { preparedBy: 1, verifiedBy: 2, approvedBy: 3, releasedBy: 4 };
const order = ['preparedBy', 'verifiedBy', 'approvedBy', 'releasedBy'] as const;
const stepOf = { verifiedBy: 'verified', approvedBy: 'approved', releasedBy: 'disbursing' } as const;
const laterSteps = ['verifiedBy', 'approvedBy', 'releasedBy'] as const;

/** Every pair of steps of a request, the earlier first. */
const pairs = laterSteps.flatMap((later) =>
  order
    .slice(0, order.indexOf(later))
    .map((earlier): [keyof RequestHands, RequestState, number] => [
      earlier,
      stepOf[later],
      hands[earlier] ?? 0,
    ]),
);

function refusalOf(act: () => void): DomainError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
}

describe('assertOtherHand', () => {
  it.each(pairs)('refuses who was %s to make it %s', (_, to, id) => {
    const request = { number: 'SPP-1', hands, accountHands: [] };
    const refusal = refusalOf(() => {
      assertOtherHand(request, to, { id, name: 'Ani' });
    });
    expect(refusal).toMatchObject({ kind: 'forbidden', code: 'payment.same-person' });
  });

  it('lets a fifth person', () => {
    const request = { number: 'SPP-1', hands, accountHands: [] };
    expect(() => {
      assertOtherHand(request, 'verified', { id: 5, name: 'Fifi' });
    }).not.toThrow();
  });

  it('refuses who recorded an account that it pays to, also a first one', () => {
    const accountHands = [{ userId: 5, isChange: false, kaderName: 'Yusnidar' }];
    const refusal = refusalOf(() => {
      assertOtherHand({ number: 'SPP-1', hands, accountHands }, 'approved', { id: 5, name: 'Fifi' });
    });
    expect(refusal).toMatchObject({ code: 'payment.account-changer', facts: { kader: 'Yusnidar' } });
  });
});

describe('assertMayPrepare', () => {
  it('allows who recorded a first account, refuses who changed one', () => {
    const first = { userId: 1, isChange: false, kaderName: 'Yusnidar' };
    const preparer = { id: 1, name: 'Ani' };
    expect(() => {
      assertMayPrepare('SPP-1', [first], preparer);
    }).not.toThrow();
    const refusal = refusalOf(() => {
      assertMayPrepare('SPP-1', [first, { ...first, isChange: true }], preparer);
    });
    expect(refusal?.code).toBe('payment.account-changer');
  });
});
