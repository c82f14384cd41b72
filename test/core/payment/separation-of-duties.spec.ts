import fc from 'fast-check';
import {
  assertMayPrepare,
  assertOtherHand,
  type RequestHand,
} from '../../../src/core/payment/separation-of-duties.js';
import { DomainError } from '../../../src/core/shared/domain-error.js';

const order = ['prepare', 'verify', 'approve', 'release', 'countersign'] as const;
const hands: RequestHand[] = order.map((part, index) => ({ userId: index + 1, part, isRepresented: false }));

function refusalOf(act: () => void): DomainError | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return error as DomainError;
  }
}

describe('assertOtherHand', () => {
  it.each(hands)('refuses who has the hand $part to have another', ({ userId }) => {
    const request = { number: 'SPP-1', hands, accountHands: [] };
    const refusal = refusalOf(() => {
      assertOtherHand(request, 'verifikasi', { id: userId, name: 'Ani' });
    });
    expect(refusal).toMatchObject({ kind: 'forbidden', code: 'payment.same-person' });
  });

  it('refuses who was away and was signed for, and says so', () => {
    const away: RequestHand = { userId: 9, part: 'approve', isRepresented: true };
    const refusal = refusalOf(() => {
      assertOtherHand({ number: 'SPP-1', hands: [away], accountHands: [] }, 'cairkan', {
        id: 9,
        name: 'Ani',
      });
    });
    expect(refusal?.facts.role).toBe('pemberi persetujuan (diwakili)');
  });

  it('lets a sixth person', () => {
    const request = { number: 'SPP-1', hands, accountHands: [] };
    expect(() => {
      assertOtherHand(request, 'verifikasi', { id: 6, name: 'Fifi' });
    }).not.toThrow();
  });

  it('refuses who recorded an account that it pays to, also a first one', () => {
    const accountHands = [{ userId: 5, isChange: false, kaderName: 'Yusnidar' }];
    const refusal = refusalOf(() => {
      assertOtherHand({ number: 'SPP-1', hands: [], accountHands }, 'setujui', { id: 5, name: 'Fifi' });
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

it('nobody ever has two hands in a request, whoever tries in whatever order', () => {
  const act = fc.record({ part: fc.constantFrom(...order), by: fc.nat(6), awayFor: fc.option(fc.nat(6)) });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const taken: RequestHand[] = [];
      for (const { part, by, awayFor } of acts) {
        const people = awayFor === null || awayFor === by ? [by] : [by, awayFor];
        const refused = people.map((id) =>
          refusalOf(() => {
            assertOtherHand({ number: 'SPP-1', hands: taken, accountHands: [] }, part, { id, name: 'Ani' });
          }),
        );
        if (refused.some((one) => one !== undefined)) continue;
        taken.push(...people.map((userId) => ({ userId, part, isRepresented: userId !== by })));
      }
      expect(new Set(taken.map(({ userId }) => userId)).size).toBe(taken.length);
    }),
  );
});
