import fc from 'fast-check';
import { entitlementChanges, type EntitledLine } from '../../../src/core/honor/entitlement-changes.js';
import type { HonorLine } from '../../../src/core/honor/honor-line.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { aLine, JULY } from '../../support/honor-facts.js';

const shares = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.bigInt(1n, 100_000n)), {
  minLength: 1,
  selector: ([source]) => source,
});
const lines = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 5 }), shares), { selector: ([kader]) => kader })
  .map((all) => all.map(([kaderId, own]) => aLine(own, { kaderId })));
const entitledOf = (line: HonorLine): EntitledLine => ({ ...line, revision: 0 });

/** Totals by kader and source, without those of zero. */
function totals(all: readonly Pick<HonorLine, 'kaderId' | 'shares'>[]): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { kaderId, shares: own } of all) {
    for (const { sourceId, amount } of own) {
      const key = `${String(kaderId)}/${String(sourceId)}`;
      sums.set(key, (sums.get(key) ?? 0n) + amount);
    }
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0n).sort());
}

describe('entitlementChanges', () => {
  it('brings every line and source to what is calculated now', () => {
    fc.assert(
      fc.property(lines, lines, (before, now) => {
        const changes = entitlementChanges(now, before.map(entitledOf));
        expect(totals([...before, ...changes])).toEqual(totals(now));
        for (const change of changes) {
          expect(sumRupiah(change.shares.map((share) => share.amount))).toBe(change.amount);
          expect(change.shares.every((share) => share.amount !== 0n) && change.shares.length > 0).toBe(true);
        }
      }),
    );
  });

  it('adds nothing where nothing differs', () => {
    fc.assert(
      fc.property(lines, (now) => {
        expect(entitlementChanges(now, now.map(entitledOf))).toEqual([]);
      }),
    );
  });

  it('does not depend on the order of either side', () => {
    fc.assert(
      fc.property(lines, lines, (before, now) => {
        const changes = entitlementChanges(now, before.map(entitledOf));
        const turned = entitlementChanges([...now].reverse(), before.map(entitledOf).reverse());
        expect(new Set(turned)).toEqual(new Set(changes));
      }),
    );
  });

  it('counts revisions on', () => {
    const [change] = entitlementChanges([aLine([[1, 80n]])], [{ ...aLine([[1, 75n]]), revision: 4 }]);
    expect(change).toMatchObject({ revision: 5, amount: 5n, shares: [{ sourceId: 1, amount: 5n }] });
  });

  it('moves a share to another source without changing the amount', () => {
    const [change] = entitlementChanges([aLine([[2, 75n]])], [entitledOf(aLine([[1, 75n]]))]);
    expect(change).toMatchObject({ amount: 0n });
    expect(totals(change ? [change] : [])).toEqual(
      new Map([
        ['1/1', -75n],
        ['1/2', 75n],
      ]),
    );
  });

  it.each(['honor.moved-within-month', 'honor.pseudonymised', 'honor.recorded-too-late'] as const)(
    'leaves a month of which nobody can say anything as it was (%s)',
    (code) => {
      const waiting = { kaderId: 1, month: JULY, component: null, code, facts: {} } as const;
      expect(entitlementChanges([], [entitledOf(aLine([[1, 75n]]))], [waiting])).toEqual([]);
    },
  );

  it('takes back a month after a death that became known later', () => {
    const died = { kaderId: 1, month: JULY, component: null, code: 'honor.deceased', facts: {} } as const;
    expect(entitlementChanges([], [entitledOf(aLine([[1, 75n]]))], [died])).toMatchObject([
      { revision: 1, amount: -75n },
    ]);
  });

  it('takes back a month in which she was in no SK', () => {
    const none = {
      kaderId: 1,
      month: JULY,
      component: null,
      code: 'honor.not-in-any-sk',
      facts: {},
    } as const;
    expect(entitlementChanges([], [entitledOf(aLine([[1, 75n]]))], [none])).toMatchObject([
      { revision: 1, amount: -75n },
    ]);
  });
});
