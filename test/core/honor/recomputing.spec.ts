import fc from 'fast-check';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import {
  entitlementChanges,
  type EntitledLine,
  type EntitlementChange,
} from '../../../src/core/honor/entitlement-changes.js';
import type { HonorLine, Share } from '../../../src/core/honor/honor-line.js';
import type { KaderFacts } from '../../../src/core/honor/kader-month.js';
import type { HonorComponent } from '../../../src/core/policy/honor-component.js';
import type { HonorPolicy } from '../../../src/core/policy/honor-policy.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aComponent, aKader, anAppointment, aPolicy, someRules } from '../../support/honor-facts.js';

const months = ['2026-06', '2026-07', '2026-08'].map(serviceMonth);
const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(plainDate('2026-05-15'), days));
const nagari = fc.constantFrom('13.10.04.2001', '13.10.04.2002');

/** The same five people as they may be known at one time or another: their SK end, move and begin otherwise. */
const people = fc
  .array(fc.record({ ends: fc.uniqueArray(day, { maxLength: 4 }), places: fc.tuple(nagari, nagari) }), {
    minLength: 5,
    maxLength: 5,
  })
  .map((all) => all.map(({ ends, places }, index) => person(index + 1, [...ends].sort(), places)));

function person(
  id: number,
  ends: readonly ReturnType<typeof plainDate>[],
  places: readonly string[],
): KaderFacts {
  const appointments = [0, 2].flatMap((at) => {
    const [from, to] = [ends[at], ends[at + 1]];
    const nagariCode = places[at / 2] ?? '';
    return from === undefined || to === undefined
      ? []
      : [anAppointment({ id: at + 1, from, to, nagariCode })];
  });
  return aKader({ id, appointments });
}

const components = fc
  .record({ amount: fc.bigInt(1n, 200_000n), max: fc.bigInt(1n, 90_000n) })
  .map(({ amount, max }): HonorComponent =>
    aComponent({
      amount,
      funding: {
        kind: 'waterfall',
        steps: [
          { source: { payer: 'nagari', label: 'DDS' }, amountMax: max },
          { source: { payer: 'nagari', label: 'ADN' }, amountMax: null },
        ],
      },
    }),
  );

/** What is known at one calculation. */
const knowledge = fc.record({ kader: people, component: components });
type Knowledge = typeof knowledge extends fc.Arbitrary<infer Known> ? Known : never;

function calculated({ kader, component }: Knowledge, ...policies: HonorPolicy[]) {
  const held = policies.length > 0 ? policies : [aPolicy({ components: [component] })];
  return calculateRegion(kader, months, someRules(...held));
}

function keyOf({ kaderId, month, component }: Pick<HonorLine, 'kaderId' | 'month' | 'component'>): string {
  return `${String(kaderId)}/${month}/${component}`;
}

/** All that was ever written, each revision as it was, and what it comes to. */
class Written {
  readonly revisions: EntitlementChange[] = [];

  calculate(known: Knowledge): readonly EntitlementChange[] {
    const { lines, exclusions } = calculated(known);
    const changes = entitlementChanges(lines, this.entitled(), exclusions);
    this.revisions.push(...changes);
    return changes;
  }

  entitled(): EntitledLine[] {
    const byLine = new Map<string, EntitledLine>();
    for (const revision of this.revisions) {
      const before = byLine.get(keyOf(revision))?.shares ?? [];
      const shares = addUp([...before, ...revision.shares]);
      byLine.set(keyOf(revision), {
        ...revision,
        shares,
        amount: sumRupiah(shares.map(({ amount }) => amount)),
      });
    }
    return [...byLine.values()];
  }
}

function addUp(shares: readonly Share[]): Share[] {
  const sums = new Map<number, bigint>();
  for (const { sourceId, amount } of shares) sums.set(sourceId, (sums.get(sourceId) ?? 0n) + amount);
  return [...sums].filter(([, amount]) => amount !== 0n).map(([sourceId, amount]) => ({ sourceId, amount }));
}

function totals(lines: readonly Pick<HonorLine, 'kaderId' | 'month' | 'component' | 'shares'>[]) {
  const all = lines.flatMap((line) =>
    line.shares.map(({ sourceId, amount }) => [`${keyOf(line)}/${String(sourceId)}`, amount] as const),
  );
  const sums = new Map<string, bigint>();
  for (const [key, amount] of all) sums.set(key, (sums.get(key) ?? 0n) + amount);
  return new Map([...sums].filter(([, amount]) => amount !== 0n).sort());
}

const history = fc.array(knowledge, { minLength: 1, maxLength: 5 });

describe('recomputing', () => {
  it('adds up, revision by revision, to what is known last, on every budget line', () => {
    fc.assert(
      fc.property(history, (all) => {
        const written = new Written();
        for (const known of all) {
          const before = sumRupiah(written.entitled().map(({ amount }) => amount));
          const changes = written.calculate(known);
          const { lines } = calculated(known);
          expect(totals(written.revisions)).toEqual(totals(lines));
          const now = sumRupiah(lines.map(({ amount }) => amount));
          expect(sumRupiah(changes.map(({ amount }) => amount))).toBe(now - before);
          for (const { amount, shares } of changes)
            expect(sumRupiah(shares.map((share) => share.amount))).toBe(amount);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never writes a revision again, so that what a request holds stays what it was', () => {
    fc.assert(
      fc.property(history, (all) => {
        const written = new Written();
        for (const known of all) written.calculate(known);
        const places = written.revisions.map((line) => `${keyOf(line)}/${String(line.revision)}`);
        expect(new Set(places).size).toBe(places.length);
        const last = new Map<string, number>();
        for (const line of written.revisions) {
          expect(line.revision).toBe((last.get(keyOf(line)) ?? -1) + 1);
          last.set(keyOf(line), line.revision);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('adds nothing when nothing new is known, in whatever order the rows come', () => {
    fc.assert(
      fc.property(history, knowledge, (all, last) => {
        const written = new Written();
        for (const known of [...all, last]) written.calculate(known);
        const turned = [...last.kader].reverse();
        expect(written.calculate({ ...last, kader: turned })).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('adds nothing for a decree that changes nothing: a new version, one cut in two, one of a nagari', () => {
    fc.assert(
      fc.property(knowledge, (known) => {
        const written = new Written();
        written.calculate(known);
        const [policy, from, to] = [aPolicy({ components: [known.component] }), '2026-07-01', '2026-06-30'];
        const legalBasis = {
          number: '2/2026',
          date: plainDate('2026-06-01'),
          title: 'Sama saja',
          fileSha256: null,
        };
        const decrees = [
          [{ ...policy, legalBasis }],
          [
            { ...policy, validTo: plainDate(to) },
            { ...policy, validFrom: plainDate(from), legalBasis },
          ],
          [policy, { ...policy, code: 'nagari', scope: '13.10.04.2001', legalBasis }],
        ];
        for (const held of decrees) {
          const { lines, exclusions } = calculated(known, ...held);
          expect(entitlementChanges(lines, written.entitled(), exclusions)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
