import fc from 'fast-check';
import { daysInForce, withoutDays, type RecordedVersion } from '../../../src/core/policy/days-in-force.js';
import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';

const FIRST = plainDate('2026-01-01');
const span = fc.tuple(fc.nat(40), fc.nat(20), fc.boolean()).map(([start, length, isOpen]) => ({
  from: addDays(FIRST, start),
  to: isOpen ? null : addDays(FIRST, start + length),
}));
const calendar = Array.from({ length: 80 }, (_, index) => addDays(FIRST, index));

describe('withoutDays', () => {
  it('leaves exactly the days that are in the first and not in the second', () => {
    fc.assert(
      fc.property(span, span, (days, taken) => {
        const left = calendar.filter((day) => withoutDays([days], taken).some((one) => lies(day, one)));
        expect(left).toEqual(calendar.filter((day) => lies(day, days) && !lies(day, taken)));
      }),
    );
  });
});

describe('daysInForce', () => {
  it('of versions that each replace all before them: the last that holds on a day, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(span, fc.boolean()), { maxLength: 6 }), (recorded) => {
        const versions = recorded.map(([{ from, to }, isWithdrawn], index): RecordedVersion => {
          const supersedes = recorded.slice(0, index).map((_, at) => at + 1);
          return { id: index + 1, validFrom: from, validTo: to, supersedes, isWithdrawn };
        });
        const inForce = daysInForce(versions);
        for (const day of calendar) {
          const holding = versions.filter(({ id }) => inForce.get(id)?.some((one) => lies(day, one)));
          const last = versions.findLast(
            ({ validFrom, validTo, isWithdrawn }) =>
              !isWithdrawn && lies(day, { from: validFrom, to: validTo }),
          );
          expect(holding).toEqual(last === undefined ? [] : [last]);
        }
      }),
    );
  });
});

function lies(day: string, { from, to }: { readonly from: string; readonly to: string | null }): boolean {
  return from <= day && (to === null || day <= to);
}
