import fc from 'fast-check';
import {
  addDays,
  daysInclusive,
  formatDate,
  monthName,
  monthNumber,
  parsePlainDate,
  plainDate,
} from '../../../src/core/shared/plain-date.js';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => plainDate(date.toISOString().slice(0, 10)));

describe('plain dates', () => {
  it('count the days that were added', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        expect(daysInclusive(day, addDays(day, count))).toBe(count + 1);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it.each(['2026-04-31', '2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '1899-12-31', '2201-01-01'])(
    '%s is no day',
    (text) => {
      expect(parsePlainDate(text)).toBeUndefined();
      expect(() => plainDate(text)).toThrow(RangeError);
    },
  );

  it('are written in Indonesian', () => {
    expect(formatDate(plainDate('2026-07-05'))).toBe('5 Juli 2026');
  });

  it('know the months by name in any case', () => {
    for (let month = 1; month <= 12; month += 1)
      expect(monthNumber(monthName(month).toUpperCase())).toBe(month);
    expect(monthNumber('July')).toBeUndefined();
    expect(() => monthName(13)).toThrow(RangeError);
  });
});
