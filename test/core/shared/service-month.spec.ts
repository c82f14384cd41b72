import fc from 'fast-check';
import { daysInclusive } from '../../../src/core/shared/plain-date.js';
import {
  daysIn,
  firstDayOf,
  formatMonth,
  lastDayOf,
  monthOf,
  nextMonth,
  parseServiceMonth,
  parseServiceMonths,
  serviceMonth,
} from '../../../src/core/shared/service-month.js';

const months = fc
  .tuple(fc.integer({ min: 1900, max: 2198 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => serviceMonth(`${String(year)}-${String(month).padStart(2, '0')}`));

describe('service months', () => {
  it('follow each other without a day between', () => {
    fc.assert(
      fc.property(months, (month) => {
        const next = nextMonth(month);
        expect(next > month).toBe(true);
        expect(daysInclusive(lastDayOf(month), firstDayOf(next))).toBe(2);
        expect(daysInclusive(firstDayOf(month), lastDayOf(month))).toBe(daysIn(month));
        expect(monthOf(lastDayOf(month))).toBe(month);
      }),
    );
  });

  it.each([
    ['2024-02', 29],
    ['2026-02', 28],
    ['2100-02', 28],
    ['2000-02', 29],
    ['2026-07', 31],
    ['2026-09', 30],
  ])('%s has %i days', (month, days) => {
    expect(daysIn(serviceMonth(month))).toBe(days);
  });

  it.each(['2026-13', '2026-00', '2026-7', '1899-12', '2200-01', '', '2026-07-01'])(
    '%s is no month',
    (text) => {
      expect(parseServiceMonth(text)).toBeUndefined();
      expect(() => serviceMonth(text)).toThrow(RangeError);
    },
  );

  it('are named in Indonesian', () => {
    expect(formatMonth(serviceMonth('2026-08'))).toBe('Agustus 2026');
  });
});

describe('parseServiceMonths', () => {
  it.each([
    ['2026-07', ['2026-07']],
    ['2026-07..2026-09', ['2026-07', '2026-08', '2026-09']],
    ['2026-09, 2026-07', ['2026-07', '2026-09']],
    ['2026-12..2027-01,2026-12', ['2026-12', '2027-01']],
    ['2199-11..2199-12', ['2199-11', '2199-12']],
  ])('reads %s', (text, expected) => {
    expect(parseServiceMonths(text)).toEqual(expected);
  });

  it.each([
    '',
    '2026-09..2026-07',
    '2026-07..',
    '..2026-07',
    '2026-07..2026-08..2026-09',
    '2026-07,,',
    'Juli',
  ])('refuses %j whole', (text) => {
    expect(parseServiceMonths(text)).toBeUndefined();
  });
});
