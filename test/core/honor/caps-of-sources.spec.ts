import fc from 'fast-check';
import { FundingSources } from '../../../src/core/funding/funding-source.js';
import { calculateKaderMonth } from '../../../src/core/honor/calculate-kader-month.js';
import type { HonorPolicy } from '../../../src/core/policy/honor-policy.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { roundings } from '../../../src/core/shared/rounding.js';
import { sumRupiah } from '../../../src/core/shared/rupiah.js';
import { aComponent, aKader, anAppointment, aPolicy, JULY, someRules } from '../../support/honor-facts.js';

const [SITIUNG, SIGUNTUR] = ['13.10.04.2001', '13.10.04.2002'];
const BOK = 1;
const sources = new FundingSources(
  [
    ['DINKES', 'BOK'],
    [SITIUNG, 'DDS'],
    [SIGUNTUR, 'DDS'],
  ].map(([payingBodyCode = '', label = ''], index) => ({
    id: BOK + index,
    payingBodyCode,
    label,
    fiscalYear: 2026,
  })),
);

/** So much a month by days: of the dinas up to a maximum, of the nagari what is left. */
const pay = fc.record({
  amount: fc.bigInt({ min: 1n, max: 300_000n }),
  most: fc.bigInt({ min: 1n, max: 200_000n }),
  rounding: fc.constantFrom(...roundings),
});
type Pay = typeof pay extends fc.Arbitrary<infer Value> ? Value : never;
const dayOfJuly = fc.integer({ min: 1, max: 30 }).map((days) => addDays(plainDate('2026-07-01'), days));
const roles = fc.array(fc.constantFrom(SITIUNG, SIGUNTUR), { minLength: 2, maxLength: 2 });

function policyOf({ amount, most, rounding }: Pay, change: Partial<HonorPolicy> = {}): HonorPolicy {
  const funding = {
    kind: 'waterfall' as const,
    steps: [
      { source: { payer: 'DINKES', label: 'BOK' }, amountMax: most },
      { source: { payer: 'nagari', label: 'DDS' }, amountMax: null },
    ],
  };
  return aPolicy({ components: [aComponent({ amount, rounding, funding })], ...change });
}

/** Her July at two places, the second from a day on, under these policies. */
function julyOf(places: readonly string[], moved: HonorPolicy['validFrom'], ...policies: HonorPolicy[]) {
  const appointments = places.map((nagariCode, index) =>
    anAppointment({
      id: index + 1,
      nagariCode,
      ...(index === 0 ? { to: addDays(moved, -1) } : { from: moved, to: null }),
    }),
  );
  const rules = { ...someRules(...policies), sources };
  const [line, ...others] = calculateKaderMonth(aKader({ appointments }), JULY, rules).lines;
  expect(others).toEqual([]);
  const shares = line?.shares ?? [];
  expect(sumRupiah(shares.map(({ amount }) => amount))).toBe(line?.amount ?? 0n);
  expect(new Set(shares.map(({ sourceId }) => sourceId)).size).toBe(shares.length);
  const ofDinas = sumRupiah(shares.filter(({ sourceId }) => sourceId === BOK).map(({ amount }) => amount));
  return { amount: line?.amount ?? 0n, ofDinas };
}

describe('the most a source carries of a month', () => {
  it('is filled once before the next source gets anything, wherever she moves and whatever begins meanwhile', () => {
    fc.assert(
      fc.property(pay, roles, dayOfJuly, dayOfJuly, (one, places, moved, begins) => {
        const before = policyOf(one, { validTo: addDays(begins, -1) });
        const after = policyOf(one, { code: 'baru', validFrom: begins, changeWithinMonth: 'by-days' });
        for (const held of [[policyOf(one)], [before, after]]) {
          const { amount, ofDinas } = julyOf(places, moved, ...held);
          expect(ofDinas).toBe(amount < one.most ? amount : one.most);
        }
      }),
    );
  });

  it('is never more than the larger of two policies allows', () => {
    fc.assert(
      fc.property(pay, pay, roles, dayOfJuly, (one, other, places, moved) => {
        const own = policyOf(other, { code: 'sana', scope: SIGUNTUR });
        const { amount, ofDinas } = julyOf(places, moved, policyOf(one), own);
        const most = one.most > other.most ? one.most : other.most;
        expect(ofDinas).toBeLessThanOrEqual(most < amount ? most : amount);
      }),
    );
  });
});
