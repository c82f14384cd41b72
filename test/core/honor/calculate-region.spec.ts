import fc from 'fast-check';
import { calculateRegion } from '../../../src/core/honor/calculate-region.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';
import { aComponent, aKader, anAppointment, aPolicy, someRules } from '../../support/honor-facts.js';
import { refusalCodes } from '../../support/refusal.js';

const months = ['2026-06', '2026-07', '2026-08'].map(serviceMonth);
const dayOfYear = fc.integer({ min: 0, max: 330 }).map((day) => addDays(plainDate('2026-01-15'), day));

/** Everyone a roster may hold: in no SK, one SK or two, dead or alive, active or not. */
const people = fc
  .array(
    fc.record({
      ends: fc.array(dayOfYear, { maxLength: 4 }),
      deceasedOn: fc.option(dayOfYear, { nil: null, freq: 6 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ ends, deceasedOn }, index) => {
      const days = [...new Set(ends)].sort();
      const appointments = [0, 2].flatMap((at) => {
        const [from, to] = [days[at], days[at + 1]];
        return from === undefined || to === undefined ? [] : [anAppointment({ id: at + 1, from, to })];
      });
      return aKader({ id: index + 1, deceasedOn, appointments });
    }),
  );
const prorations = fc.constantFrom('full-month' as const, 'active-on-first' as const, 'by-days' as const);

describe('calculateRegion', () => {
  it('gives everyone a line or an exclusion for every month', () => {
    fc.assert(
      fc.property(people, prorations, (kader, proration) => {
        const rules = someRules(aPolicy({ components: [aComponent({ proration })] }));
        const { lines, exclusions } = calculateRegion(kader, months, rules);
        const answered = [...lines, ...exclusions].map((one) => `${String(one.kaderId)} ${one.month}`);
        const asked = kader.flatMap((one) => months.map((month) => `${String(one.id)} ${month}`));
        expect(answered.sort()).toEqual(asked.sort());
      }),
    );
  });

  it('gives shares that add up to each line', () => {
    fc.assert(
      fc.property(people, prorations, (kader, proration) => {
        const rules = someRules(aPolicy({ components: [aComponent({ proration })] }));
        for (const line of calculateRegion(kader, months, rules).lines) {
          expect(sumRupiah(line.shares.map((share) => share.amount))).toBe(line.amount);
        }
      }),
    );
  });

  it('does not depend on the order of people, months or their SK', () => {
    fc.assert(
      fc.property(people, (kader) => {
        const turned = kader
          .map((one) => ({ ...one, appointments: [...one.appointments].reverse() }))
          .reverse();
        const given = calculateRegion(kader, months, someRules());
        const other = calculateRegion(turned, [...months].reverse(), someRules());
        expect(new Set(other.lines)).toEqual(new Set(given.lines));
        expect(new Set(other.exclusions)).toEqual(new Set(given.exclusions));
      }),
    );
  });

  it('names every missing rule at once, each once', async () => {
    const rules = someRules(aPolicy({ scope: '13.10.04.2002' }));
    const kader = [1, 2].map((id) => aKader({ id }));
    const codes = await refusalCodes(() => calculateRegion(kader, months, rules));
    expect(codes).toEqual(months.map(() => 'honor.no-policy'));
  });
});
