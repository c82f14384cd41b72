import fc from 'fast-check';
import { calculateKaderMonth } from '../../../src/core/honor/calculate-kader-month.js';
import type { AppointmentFacts } from '../../../src/core/honor/kader-month.js';
import type { HonorComponent } from '../../../src/core/policy/honor-component.js';
import { changesWithinMonth, type HonorPolicy } from '../../../src/core/policy/honor-policy.js';
import { addDays, plainDate, type PlainDate } from '../../../src/core/shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../../src/core/shared/rupiah.js';
import { daysIn, serviceMonth } from '../../../src/core/shared/service-month.js';
import { aComponent, aKader, anAppointment, aPolicy, someRules } from '../../support/honor-facts.js';

const DECEMBER = serviceMonth('2026-12');
const dayOfYear = fc.integer({ min: 1, max: 363 }).map((day) => addDays(plainDate('2026-01-01'), day));
const lumpAmount = fc.option(fc.bigInt({ min: 12n, max: 2_000_000n }), { nil: null });

/** A year of one policy, cut into versions that each have a lump of so much, or none. */
const versions = fc
  .record({
    amounts: fc.array(lumpAmount, { minLength: 1, maxLength: 4 }),
    cuts: fc.uniqueArray(dayOfYear, { minLength: 3, maxLength: 3 }),
    change: fc.constantFrom(...changesWithinMonth),
  })
  .map(({ amounts, cuts, change }) => {
    const begins = [plainDate('2026-01-01'), ...[...cuts].sort()].slice(0, amounts.length);
    return begins.map((validFrom, index) => {
      const next = begins[index + 1];
      const validTo = next === undefined ? null : addDays(next, -1);
      const amount = amounts[index] ?? null;
      return { amount, policy: versionOf(amount, { validFrom, validTo, changeWithinMonth: change }) };
    });
  });

/** One or two times of service in a year, the last of which may go on. */
const service = fc
  .record({ ends: fc.uniqueArray(dayOfYear, { minLength: 4, maxLength: 4 }), goesOn: fc.boolean() })
  .map(({ ends, goesOn }) => {
    const [from, to, again, last] = [...ends].sort();
    return [
      anAppointment({ id: 1, from: from ?? plainDate('2026-01-01'), to: to ?? null }),
      anAppointment({ id: 2, from: again ?? plainDate('2026-01-01'), to: goesOn ? null : (last ?? null) }),
    ];
  });

function versionOf(amount: Rupiah | null, change: Partial<HonorPolicy>): HonorPolicy {
  const { funding } = aComponent();
  const lump: HonorComponent = {
    ...{ kind: 'lump', code: 'tahunan', name: 'Honor tahunan', amount: amount ?? 0n, funding },
    ...{ paidIn: [12], proration: 'months-served', rounding: 'down' },
  };
  return aPolicy({ components: amount === null ? [aComponent()] : [aComponent(), lump], ...change });
}

function lumpOf(appointments: readonly AppointmentFacts[], ...policies: HonorPolicy[]): Rupiah {
  const kader = aKader({ appointments });
  const { lines } = calculateKaderMonth(kader, DECEMBER, someRules(...policies));
  const lumps = lines.filter(({ component }) => component === 'tahunan');
  expect(lumps.length).toBeLessThan(2);
  for (const { amount, shares } of lumps) expect(sumRupiah(shares.map((share) => share.amount))).toBe(amount);
  return sumRupiah(lumps.map(({ amount }) => amount));
}

type Version = typeof versions extends fc.Arbitrary<infer All> ? (All & readonly unknown[])[number] : never;

/** Of a month, the lump in force on the first day on which she served under one. */
function lumpOfMonth(month: number, appointments: readonly AppointmentFacts[], all: readonly Version[]) {
  const name = serviceMonth(`2026-${String(month).padStart(2, '0')}`);
  const days = Array.from({ length: daysIn(name) }, (_, day) => addDays(plainDate(`${name}-01`), day));
  const served = days.filter((day) => appointments.some((one) => holds(one.from, one.to, day)));
  const lumps = served.map((day) => all.find(({ policy }) => holds(policy.validFrom, policy.validTo, day)));
  return lumps.find((version) => version !== undefined && version.amount !== null)?.amount ?? 0n;
}

function holds(from: PlainDate, to: PlainDate | null, day: PlainDate): boolean {
  return from <= day && (to === null || day <= to);
}

describe('a lump by months served', () => {
  it('is a twelfth for each month of service under a policy that had it then, whoever is still there', () => {
    fc.assert(
      fc.property(service, versions, (appointments, all) => {
        const months = Array.from({ length: 12 }, (_, index) => lumpOfMonth(index + 1, appointments, all));
        const policies = all.map(({ policy }) => policy);
        expect(lumpOf(appointments, ...policies)).toBe(sumRupiah(months) / 12n);
      }),
    );
  });

  it('is not another because a version says the same, or rows come in another order', () => {
    const lump = fc.bigInt({ min: 12n, max: 2_000_000n });
    fc.assert(
      fc.property(service, lump, dayOfYear, (appointments, amount, begins) => {
        const whole = versionOf(amount, {});
        const [before, after] = [
          versionOf(amount, { validTo: addDays(begins, -1) }),
          versionOf(amount, { code: 'baru', validFrom: begins, changeWithinMonth: 'first-day' }),
        ];
        const expected = lumpOf(appointments, whole);
        expect(lumpOf(appointments, before, after)).toBe(expected);
        expect(lumpOf([...appointments].reverse(), after, before)).toBe(expected);
      }),
    );
  });
});
