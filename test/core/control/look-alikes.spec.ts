import fc from 'fast-check';
import { lookAlikesAmong } from '../../../src/core/control/look-alikes.js';
import type { Person } from '../../../src/core/control/request-under-control.js';
import { personScore } from '../../../src/core/control/person-score.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';

function aPerson(kaderId: number, name: string, birthDate: string): Person {
  const nik = String(kaderId).padStart(16, '0');
  return { kaderId, name, nik, birthDate: plainDate(birthDate), nagari: 'Sitiung', account: null };
}

const names = ['Siti Aminah', 'St. Amina', 'Moh. Jufri', 'Muhammad Jufri', 'Rosmaniar', 'Yusnidar'];
const dates = ['1980-03-05', '1980-05-03', '1980-03-06', '1981-03-05', '1991-11-21', '1975-07-01'];
const people = fc
  .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...dates)), { minLength: 2, maxLength: 30 })
  .map((rows) => rows.map(([name, date], index) => aPerson(index + 1, name, date)));
const idsOf = (found: readonly Person[]) => found.map(({ kaderId }) => kaderId).sort((a, b) => a - b);

describe('lookAlikesAmong', () => {
  it('finds one by the other and the other by the one, in whatever order they come', () => {
    const both = people.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(both, ([list, shuffled]) => {
        const [found, again] = [lookAlikesAmong(list), lookAlikesAmong(shuffled)];
        for (const one of list) {
          expect(idsOf(again(one))).toEqual(idsOf(found(one)));
          for (const other of found(one)) expect(idsOf(found(other))).toContain(one.kaderId);
        }
      }),
    );
  });

  it('misses nobody whose name sounds the same and whose birth date is a slip of the pen apart', () => {
    fc.assert(
      fc.property(people, (list) => {
        const found = lookAlikesAmong(list);
        for (const one of list) {
          const alike = list.filter((other) => other !== one && personScore(one, other) >= 85);
          expect(idsOf(found(one))).toEqual(expect.arrayContaining(idsOf(alike)));
        }
      }),
    );
  });

  it('compares nobody with everybody, also where all share a date and a name, and each way alike', () => {
    const crowd = Array.from({ length: 3_000 }, (_, index) =>
      aPerson(index + 1, ['Rosmaniar', `Rosma ${String(index)}`][index % 2] ?? '', '1980-07-01'),
    );
    const found = lookAlikesAmong(crowd);
    for (const one of crowd.filter(({ kaderId }) => kaderId % 97 === 0)) {
      const others = found(one);
      expect(others.length).toBeLessThanOrEqual(5 * 200);
      for (const other of others.slice(0, 5)) expect(found(other)).toContain(one);
    }
  });
});
