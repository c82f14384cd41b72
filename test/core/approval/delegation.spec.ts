import fc from 'fast-check';
import {
  assertMayDelegate,
  mandateFor,
  type Delegation,
  type RecordedDelegation,
} from '../../../src/core/approval/delegation.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { refusalCodes } from '../../support/refusal.js';

const day = (number: number) => addDays(plainDate('2026-10-01'), number);
const person = (id: number) => ({ id, name: `orang ${String(id)}` });
const aDelegation = (change: Partial<RecordedDelegation> = {}): RecordedDelegation => ({
  id: 1,
  from: person(1),
  to: person(2),
  step: 'approve',
  payer: 'A',
  validFrom: day(0),
  validTo: day(9),
  isRevoked: false,
  ...change,
});

const wish: fc.Arbitrary<Delegation> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.nat(20), fc.nat(8))
  .map(([from, to, start, length]) =>
    aDelegation({ from: person(from), to: person(to), validFrom: day(start), validTo: day(start + length) }),
  );

/** What is recorded of these wishes, one after the other, each when it is allowed. */
function recordedOf(wishes: readonly Delegation[]): RecordedDelegation[] {
  const recorded: RecordedDelegation[] = [];
  for (const one of wishes) {
    try {
      assertMayDelegate(one, 9, recorded);
      recorded.push({ ...one, id: recorded.length + 1, isRevoked: false });
    } catch {
      // not allowed beside what is there
    }
  }
  return recorded;
}

describe('assertMayDelegate', () => {
  it('never lets somebody give and have a mandate, or give it to two, on one day', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), fc.nat(28), (wishes, on) => {
        const live = recordedOf(wishes).filter((one) => one.validFrom <= day(on) && day(on) <= one.validTo);
        const [givers, holders] = [live.map(({ from }) => from.id), live.map(({ to }) => to.id)];
        expect(givers.filter((id) => holders.includes(id))).toEqual([]);
        expect(new Set(givers).size).toBe(givers.length);
      }),
    );
  });

  it.each([
    ['to oneself', aDelegation({ to: person(1) }), 9, [], 'approval.delegation-to-self'],
    ['recorded by the delegate', aDelegation(), 2, [], 'approval.delegation-by-delegate'],
    [
      'that ends before it begins',
      aDelegation({ validTo: day(-1) }),
      9,
      [],
      'approval.delegation-dates-reversed',
    ],
    ['to a second person', aDelegation({ to: person(3) }), 9, [aDelegation()], 'approval.delegation-twice'],
    [
      'of what was delegated',
      aDelegation({ from: person(2), to: person(3) }),
      9,
      [aDelegation()],
      'approval.delegation-chain',
    ],
    [
      'to who is away',
      aDelegation({ from: person(3), to: person(1) }),
      9,
      [aDelegation()],
      'approval.delegate-is-away',
    ],
  ] as const)('refuses one %s', async (_, asked, by, recorded, code) => {
    expect(
      await refusalCodes(() => {
        assertMayDelegate(asked, by, recorded);
      }),
    ).toEqual([code]);
  });

  it('lets the same for another step, payer or time, or after the first was revoked', () => {
    const others = [
      aDelegation({ step: 'release' }),
      aDelegation({ payer: 'B' }),
      aDelegation({ validFrom: day(10), validTo: day(12) }),
      aDelegation({ isRevoked: true }),
    ];
    expect(() => {
      assertMayDelegate(aDelegation({ to: person(3) }), 1, others);
    }).not.toThrow();
  });
});

describe('mandateFor', () => {
  const task = aDelegation();

  it('finds the one that holds on the day, its first and last counted', () => {
    for (const on of [day(0), day(9)]) expect(mandateFor(task, [aDelegation()], on).id).toBe(1);
  });

  it.each([
    ['there is none', [], day(0), 'approval.no-delegation'],
    ['it is for another step', [aDelegation({ step: 'verify' })], day(0), 'approval.no-delegation'],
    [
      'it is the other way round',
      [aDelegation({ from: person(2), to: person(1) })],
      day(0),
      'approval.no-delegation',
    ],
    ['it has not begun', [aDelegation()], day(-1), 'approval.delegation-not-today'],
    ['it has ended', [aDelegation()], day(10), 'approval.delegation-not-today'],
    ['it was revoked', [aDelegation({ isRevoked: true })], day(0), 'approval.delegation-revoked'],
  ] as const)('says that %s', async (_, recorded, on, code) => {
    expect(await refusalCodes(() => mandateFor(task, recorded, on))).toEqual([code]);
  });
});
