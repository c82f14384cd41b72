import fc from 'fast-check';
import { calculateKaderMonth } from '../../../src/core/honor/calculate-kader-month.js';
import { plainProrations } from '../../../src/core/policy/honor-component.js';
import { changesWithinMonth } from '../../../src/core/policy/honor-policy.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { roundings } from '../../../src/core/shared/rounding.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { aComponent, aKader, anAppointment, aPolicy, JULY, someRules } from '../../support/honor-facts.js';

const pay = fc.record({
  amount: fc.bigInt({ min: 1n, max: 1_000_001n }),
  proration: fc.constantFrom(...plainProrations, { fullFromDays: 16 }),
  rounding: fc.constantFrom(...roundings),
  code: fc.constantFrom('honor-bulanan', 'insentif'),
});
const lastOfFirst = fc.integer({ min: 1, max: 30 }).map((days) => addDays(plainDate('2026-06-30'), days));

describe('a month under two policies', () => {
  it('is never worth more than a whole one to who moved, and its parts are on the lines of their nagari', () => {
    fc.assert(
      fc.property(pay, pay, lastOfFirst, (one, other, to) => {
        const [here, there] = ['13.10.04.2001', '13.10.04.2002'];
        const kader = aKader({
          appointments: [
            anAppointment({ id: 1, nagariCode: here, to }),
            anAppointment({ id: 2, nagariCode: there, from: addDays(to, 1) }),
          ],
        });
        const rules = someRules(
          aPolicy({ code: 'sini', scope: here, components: [aComponent(one)] }),
          aPolicy({ code: 'sana', scope: there, components: [aComponent(other)] }),
        );
        const { lines, exclusions } = calculateKaderMonth(kader, JULY, rules);
        const most = one.amount > other.amount ? one.amount : other.amount;
        expect(sumRupiah(lines.map(({ amount }) => amount))).toBeLessThanOrEqual(most);
        expect(lines.length + exclusions.length).toBeGreaterThan(0);
        for (const { amount, shares } of lines)
          expect(sumRupiah(shares.map((share) => share.amount))).toBe(amount);
      }),
    );
  });

  it('is the same month when a version of the same pay takes over', () => {
    const rate = fc.record({
      amount: pay.map(({ amount }) => amount),
      proration: fc.constantFrom(...plainProrations),
    });
    fc.assert(
      fc.property(rate, lastOfFirst, fc.constantFrom(...changesWithinMonth), (one, validTo, change) => {
        const kader = aKader({ appointments: [anAppointment({ to: null })] });
        const components = [aComponent(one)];
        const rules = someRules(
          aPolicy({ validTo, components }),
          aPolicy({ code: 'baru', validFrom: addDays(validTo, 1), changeWithinMonth: change, components }),
        );
        const { lines } = calculateKaderMonth(kader, JULY, rules);
        expect(lines.map(({ amount }) => amount)).toEqual([one.amount]);
      }),
    );
  });

  it('is worth the same when a nagari decrees for itself what holds there anyhow, whatever roles she has', () => {
    const rate = fc.bigInt({ min: 1n, max: 1_000_001n });
    const cuts = fc.tuple(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 14 }));
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.constantFrom(...roundings),
        cuts,
        (chair, member, rounding, [first, more]) => {
          const [here, there] = ['13.10.04.2001', '13.10.04.2002'];
          const moved = addDays(plainDate('2026-07-01'), first);
          const changed = addDays(moved, more);
          const kader = aKader({
            appointments: [
              anAppointment({ id: 1, nagariCode: here, role: 'ketua', to: addDays(moved, -1) }),
              anAppointment({
                id: 2,
                nagariCode: there,
                role: 'ketua',
                from: moved,
                to: addDays(changed, -1),
              }),
              anAppointment({ id: 3, nagariCode: there, role: 'kader', from: changed }),
            ],
          });
          const { code, name, funding } = aComponent();
          const amounts = new Map([
            ['ketua', chair],
            ['kader', member],
          ]);
          const component = {
            kind: 'by-role',
            amounts,
            code,
            name,
            funding,
            proration: 'by-days',
            rounding,
          } as const;
          const common = aPolicy({ components: [component] });
          const own = aPolicy({ code: 'sama', scope: here, components: [component] });
          const amountUnder = (...policies: Parameters<typeof someRules>) =>
            sumRupiah(
              calculateKaderMonth(kader, JULY, someRules(...policies)).lines.map(({ amount }) => amount),
            );
          expect(amountUnder(common, own)).toBe(amountUnder(common));
        },
      ),
    );
  });
});
