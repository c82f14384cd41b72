import fc from 'fast-check';
import { checkNik } from '../../../src/core/kader/check-nik.js';
import { addDays, plainDate, type PlainDate } from '../../../src/core/shared/plain-date.js';

const births = fc.integer({ min: 0, max: 29_000 }).map((days) => addDays(plainDate('1930-01-01'), days));
const sexes = fc.constantFrom('L' as const, 'P' as const);

function nikOf(place: number, birth: PlainDate, sex: 'L' | 'P', serial: number): string {
  const day = Number(birth.slice(8)) + (sex === 'P' ? 40 : 0);
  const two = (text: string | number) => String(text).padStart(2, '0');
  const date = `${two(day)}${birth.slice(5, 7)}${birth.slice(2, 4)}`;
  return `${String(place).padStart(6, '0')}${date}${String(serial).padStart(4, '0')}`;
}

const people = fc.record({
  place: fc.integer({ min: 110_101, max: 999_999 }),
  birth: births,
  sex: sexes,
  serial: fc.integer({ min: 1, max: 9999 }),
});

describe('checkNik', () => {
  it('accepts every person of every place', () => {
    fc.assert(
      fc.property(people, ({ place, birth, sex, serial }) => {
        expect(checkNik(nikOf(place, birth, sex, serial), birth, sex)).toBeUndefined();
      }),
    );
  });

  it('refuses another birth date and the other sex', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 20_000 }), ({ place, birth, sex, serial }, later) => {
        const nik = nikOf(place, birth, sex, serial);
        const other = addDays(birth, later);
        fc.pre(other.slice(2) !== birth.slice(2));
        expect(checkNik(nik, other, sex)?.code).toBe('roster.nik-birth-date-differs');
        expect(checkNik(nik, birth, sex === 'L' ? 'P' : 'L')?.code).toBe('roster.nik-sex-differs');
      }),
    );
  });

  it.each([
    ['1310044501850000', 'roster.nik-serial-zero'],
    ['1310043202850001', 'roster.nik-date-impossible'],
    ['1310047102850001', 'roster.nik-date-impossible'],
    ['1310040013850001', 'roster.nik-date-impossible'],
    ['0000044101800001', 'roster.nik-place-impossible'],
    ['1111111111111111', undefined],
    ['1310049913850001', 'roster.nik-date-impossible'],
    ['1310042902000001', undefined],
  ])('%s: %s', (nik, code) => {
    expect(checkNik(nik)?.code).toBe(code);
  });
});
