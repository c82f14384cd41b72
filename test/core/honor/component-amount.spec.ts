import fc from 'fast-check';
import { calculateKaderMonth } from '../../../src/core/honor/calculate-kader-month.js';
import type { TierFacts } from '../../../src/core/honor/kader-month.js';
import { addDays } from '../../../src/core/shared/plain-date.js';
import { portionOf } from '../../../src/core/shared/rounding.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { firstDayOf, lastDayOf } from '../../../src/core/shared/service-month.js';
import { aComponent, aKader, anAppointment, aPolicy, JULY, someRules } from '../../support/honor-facts.js';

/** July cut into appointments that follow each other, one a day in `cuts` begins a new one. */
function appointmentsCutAt(
  cuts: readonly number[],
  nagariOf: (index: number) => string = () => '13.10.04.2001',
) {
  const starts = [...new Set([0, ...cuts])].sort((one, other) => one - other);
  return starts.map((start, index) => {
    const next = starts[index + 1];
    const from = addDays(firstDayOf(JULY), start);
    const to = next === undefined ? lastDayOf(JULY) : addDays(firstDayOf(JULY), next - 1);
    return anAppointment({ id: index + 1, nagariCode: nagariOf(index), from, to });
  });
}

const cuts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 6 });
const rates = fc.bigInt(1n, 10_000_000n);
const roundings = fc.constantFrom('down' as const, 'half-up' as const, 'half-even' as const);

describe('honor by days', () => {
  it('of several SK in one nagari never differs from one SK, in amount or sources', () => {
    fc.assert(
      fc.property(cuts, rates, roundings, (days, amount, rounding) => {
        const rules = someRules(aPolicy({ components: [aComponent({ amount, rounding })] }));
        const one = calculateKaderMonth(aKader(), JULY, rules).lines[0];
        const appointments = appointmentsCutAt(days);
        const several = calculateKaderMonth(aKader({ appointments }), JULY, rules).lines[0];
        expect({ amount: several?.amount, shares: several?.shares }).toEqual({
          amount: one?.amount,
          shares: one?.shares,
        });
      }),
    );
  });

  it('moves no rupiah when she moves between nagari under one policy', () => {
    fc.assert(
      fc.property(cuts, rates, roundings, (days, amount, rounding) => {
        const rules = someRules(aPolicy({ components: [aComponent({ amount, rounding })] }));
        const appointments = appointmentsCutAt(days, (index) => `13.10.04.200${String((index % 2) + 1)}`);
        const [line] = calculateKaderMonth(aKader({ appointments }), JULY, rules).lines;
        expect(line?.amount).toBe(amount);
        expect(line?.shares.reduce((sum, share) => sum + share.amount, 0n)).toBe(amount);
      }),
    );
  });

  it('never pays more for fewer days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), rates, roundings, (day, amount, rounding) => {
        const rules = someRules(aPolicy({ components: [aComponent({ amount, rounding })] }));
        const paidFrom = (start: number) => {
          const from = addDays(firstDayOf(JULY), start);
          const kader = aKader({ appointments: [anAppointment({ from })] });
          return calculateKaderMonth(kader, JULY, rules).lines[0]?.amount ?? 0n;
        };
        expect(paidFrom(day)).toBeLessThanOrEqual(paidFrom(day - 1));
      }),
    );
  });
});

/** What she was on each day of July: a tier, or none. */
const tierDays = fc.array(fc.constantFrom('purwa', 'madya', null), { minLength: 31, maxLength: 31 });

function tiersOf(days: readonly (string | null)[]): TierFacts[] {
  return days.flatMap((tier, index) => {
    const day = addDays(firstDayOf(JULY), index);
    return tier === null ? [] : [{ tier, certificate: `S-${String(index)}`, from: day, to: day }];
  });
}

describe('honor by tier and days, where days without a tier are not paid', () => {
  it('is the sum of the days with a tier, never more than a month, and says which days it leaves out', () => {
    fc.assert(
      fc.property(tierDays, rates, rates, roundings, (days, purwa, more, rounding) => {
        const amounts = new Map([
          ['purwa', purwa],
          ['madya', purwa + more],
        ]);
        const { code, name, funding } = aComponent();
        const byTier = { kind: 'by-tier', amounts, withoutTier: null } as const;
        const component = { ...byTier, code, name, funding, proration: 'by-days', rounding } as const;
        const kader = aKader({ tiers: tiersOf(days) });
        const rules = someRules(aPolicy({ components: [component] }));
        const { lines, exclusions } = calculateKaderMonth(kader, JULY, rules);
        const worth = [...amounts].map(
          ([tier, rate]) => rate * BigInt(days.filter((day) => day === tier).length),
        );
        const amount = lines[0]?.amount ?? 0n;
        // Rounded once, whatever the rates of its days are.
        expect(amount).toBe(portionOf(sumRupiah(worth), 1, 31, rounding));
        expect(amount).toBeLessThanOrEqual(purwa + more);
        expect(lines.length + exclusions.length).toBe(1);
        const unpaid = (lines[0]?.reasons ?? []).filter(({ step }) => step === 'days-not-paid');
        const left = unpaid.reduce((sum, reason) => sum + ('days' in reason ? reason.days : 0), 0);
        const without = days.filter((day) => day === null).length;
        expect(left).toBe(lines.length === 0 ? 0 : without);
      }),
    );
  });
});
