import fc from 'fast-check';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import type { KaderFacts } from '../../../src/core/honor/kader-month.js';
import { bidangOfSpm, tiers } from '../../../src/core/kader/vocabulary.js';
import type { HonorComponent, Proration } from '../../../src/core/policy/honor-component.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth, type ServiceMonth } from '../../../src/core/shared/service-month.js';
import { aComponent, aKader, anAppointment, aPolicy, someRules } from '../../support/honor-facts.js';

const months = ['2026-06', '2026-07', '2026-12'].map(serviceMonth);
const day = fc.integer({ min: 0, max: 349 }).map((days) => addDays(plainDate('2026-01-01'), days));
const rupiah = fc.bigInt(1n, 2_000_000n);
const rounding = fc.constantFrom('down' as const, 'half-up' as const, 'half-even' as const);
const proration = fc.oneof(
  fc.constantFrom<Proration>('full-month', 'active-on-first', 'from-next-month', 'by-days'),
  fc.integer({ min: 1, max: 31 }).map((fullFromDays) => ({ fullFromDays })),
);
const activityKinds = ['hari-buka', 'penyuluhan'];
const { funding } = aComponent();
const named = (code: string) => ({ code, name: code, funding });

/** One component of every kind, with any amounts. */
const components = fc
  .record({ amount: rupiah, other: rupiah, proration, rounding, percent: fc.integer({ min: 1, max: 100 }) })
  .map(({ amount, other, proration: partial, rounding: mode, percent }): HonorComponent[] => {
    const month = { proration: partial, rounding: mode };
    const amounts = (names: readonly string[]) =>
      new Map(names.map((name, index) => [name, index % 2 === 0 ? amount : other]));
    return [
      { ...named('datar'), kind: 'flat-monthly', amount, ...month },
      { ...named('jabatan'), kind: 'by-role', amounts: amounts(['kader', 'ketua']), ...month },
      { ...named('tingkatan'), kind: 'by-tier', amounts: amounts(tiers), withoutTier: other, ...month },
      {
        ...named('bidang'),
        kind: 'by-bidang',
        amounts: amounts(bidangOfSpm.slice(1)),
        unpaid: ['kesehatan'],
        ...month,
      },
      { ...named('tambahan'), kind: 'top-up', total: other, of: 'tingkatan', ...month },
      { ...named('kegiatan'), kind: 'per-activity', rate: amount, activityKinds, activityCountMax: 3 },
      { ...named('transport'), kind: 'transport', rate: other, activityKinds, eventCountMax: 2 },
      {
        ...named('jenis'),
        kind: 'by-activity-kind',
        rates: new Map([['hari-buka', { rate: amount, countMax: 2 }]]),
        amountMax: other,
      },
      {
        ...named('hadir'),
        kind: 'attendance-threshold',
        amount,
        activityKinds,
        threshold: { percent },
        below: 'proportional',
        rounding: mode,
      },
      {
        ...named('sekaligus'),
        kind: 'lump',
        amount,
        paidIn: [6, 12],
        proration: 'months-served',
        rounding: mode,
      },
      {
        ...named('bulan-13'),
        kind: 'thirteenth-month',
        of: 'jabatan',
        paidIn: [12],
        proration: 'full',
        rounding: mode,
      },
    ];
  });

const counts = fc.record({ held: fc.nat({ max: 4 }), missed: fc.nat({ max: 4 }) });
const people = fc
  .array(
    fc.record({
      ends: fc.array(day, { minLength: 2, maxLength: 6 }),
      tierDays: fc.uniqueArray(day, { maxLength: 3 }),
      role: fc.constantFrom('kader', 'ketua'),
      bidang: fc.constantFrom(...bidangOfSpm),
      events: fc.tuple(counts, counts),
      deceasedOn: fc.option(day, { nil: null, freq: 8 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.map((one, index) => person(index + 1, one)));

type Person = Pick<KaderFacts, 'deceasedOn'> & {
  ends: readonly ReturnType<typeof plainDate>[];
  tierDays: readonly ReturnType<typeof plainDate>[];
  role: string;
  bidang: string;
  events: readonly { held: number; missed: number }[];
};

function person(id: number, { ends, tierDays, role, bidang, events, deceasedOn }: Person): KaderFacts {
  const days = [...new Set(ends)].sort();
  const appointments = [0, 2, 4].flatMap((at) => {
    const [from, to] = [days[at], days[at + 1]];
    return from === undefined || to === undefined
      ? []
      : [anAppointment({ id: at + 1, from, to, role: at === 2 ? 'ketua' : role, bidang })];
  });
  const starts = [...tierDays].sort();
  const held = starts.map((from, index) => {
    const next = starts[index + 1];
    const to = next === undefined ? null : addDays(next, -1);
    return { tier: tiers[index] ?? 'purwa', certificate: `S-${String(index)}`, from, to };
  });
  const ofMonth = <Value>(valueOf: (one: { held: number; missed: number }) => Value) =>
    new Map<ServiceMonth, Map<string, Value>>(
      months.map((month) => [
        month,
        new Map(events.map((one, at) => [activityKinds[at] ?? '', valueOf(one)])),
      ]),
    );
  return aKader({
    id,
    deceasedOn,
    isPseudonymised: false,
    knownFromYear: null,
    appointments,
    tiers: held,
    verifiedActivities: ofMonth((one) => one.held),
    posyanduEvents: ofMonth((one) => ({ held: one.held + one.missed, attended: one.held })),
  });
}

/** The same kader, alive, with every SK ended on the day she died. */
function leftInstead(kader: KaderFacts): KaderFacts {
  const { deceasedOn, appointments } = kader;
  if (deceasedOn === null) return kader;
  const ended = appointments
    .filter(({ from }) => from <= deceasedOn)
    .map((one) => ({ ...one, to: one.to === null || one.to > deceasedOn ? deceasedOn : one.to }));
  return { ...kader, deceasedOn: null, appointments: ended };
}

describe('every kind of pay', () => {
  it('answers everybody for every component and month, once, with shares that add up', () => {
    fc.assert(
      fc.property(people, components, (kader, all) => {
        const { lines, exclusions } = calculateRegion(kader, months, someRules(aPolicy({ components: all })));
        for (const { amount, shares } of lines) {
          expect(amount).toBeGreaterThan(0n);
          expect(sumRupiah(shares.map((share) => share.amount))).toBe(amount);
        }
        const answers = [...lines, ...exclusions].flatMap(({ kaderId, month, component }) =>
          (component === null ? all.map(({ code }) => code) : [component]).map(
            (code) => `${String(kaderId)}/${month}/${code}`,
          ),
        );
        expect(new Set(answers).size).toBe(answers.length);
        expect(answers).toHaveLength(kader.length * months.length * all.length);
      }),
      { numRuns: 40 },
    );
  });

  it('who died earned what she would have had she left that day', () => {
    fc.assert(
      fc.property(people, components, (kader, all) => {
        const rules = someRules(aPolicy({ components: all }));
        expect(calculateRegion(kader.map(leftInstead), months, rules).lines).toEqual(
          calculateRegion(kader, months, rules).lines,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of people, SK, tiers, components or months', () => {
    fc.assert(
      fc.property(people, components, (kader, all) => {
        const turned = kader
          .map((one) => ({
            ...one,
            appointments: [...one.appointments].reverse(),
            tiers: [...one.tiers].reverse(),
          }))
          .reverse();
        const given = calculateRegion(kader, months, someRules(aPolicy({ components: all })));
        const backwards = someRules(aPolicy({ components: [...all].reverse() }));
        const other = calculateRegion(turned, [...months].reverse(), backwards);
        expect(new Set(other.lines)).toEqual(new Set(given.lines));
        expect(new Set(other.exclusions)).toEqual(new Set(given.exclusions));
      }),
      { numRuns: 20 },
    );
  });

  it('never pays more by the half month or by days than in full', () => {
    fc.assert(
      fc.property(people, rupiah, proration, rounding, (kader, amount, partial, mode) => {
        const paid = (change: Partial<Parameters<typeof aComponent>[0]>) =>
          calculateRegion(
            kader,
            months,
            someRules(aPolicy({ components: [aComponent({ amount, rounding: mode, ...change })] })),
          ).lines;
        const full = new Map(
          paid({ proration: 'full-month' }).map((line) => [
            `${String(line.kaderId)}/${line.month}`,
            line.amount,
          ]),
        );
        for (const line of paid({ proration: partial })) {
          expect(line.amount).toBeLessThanOrEqual(full.get(`${String(line.kaderId)}/${line.month}`) ?? 0n);
        }
      }),
    );
  });
});
