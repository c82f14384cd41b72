import { monthsPhrase } from '../../../src/core/formats/months-phrase.js';
import { serviceMonth } from '../../../src/core/shared/service-month.js';

describe('monthsPhrase', () => {
  it.each([
    [['2026-07'], 'Juli 2026'],
    [['2026-07', '2026-08', '2026-09'], 'Juli s.d. September 2026'],
    [['2026-09', '2026-07'], 'Juli dan September 2026'],
    [['2025-11', '2025-12', '2026-01'], 'November 2025 s.d. Januari 2026'],
    [['2025-12', '2026-02'], 'Desember 2025 dan Februari 2026'],
    [['2026-01', '2026-03', '2026-04', '2026-06'], 'Januari, Maret s.d. April dan Juni 2026'],
  ])('%j is "%s"', (months, phrase) => {
    expect(monthsPhrase(months.map(serviceMonth))).toBe(phrase);
  });

  it('needs a month', () => {
    expect(() => monthsPhrase([])).toThrow('at least one month');
  });
});
