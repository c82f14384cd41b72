import { dayOf } from '../../src/platform/today.js';

describe('dayOf', () => {
  it.each([
    ['2026-10-04T16:59:59.999Z', '2026-10-04'],
    ['2026-10-04T17:00:00.000Z', '2026-10-05'],
    ['2026-10-04T23:59:59.000Z', '2026-10-05'],
  ])('gives for %s the day in western Indonesia, %s', (moment, day) => {
    expect(dayOf(new Date(moment))).toBe(day);
  });
});
