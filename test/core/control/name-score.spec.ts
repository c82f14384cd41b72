import fc from 'fast-check';
import { nameScore } from '../../../src/core/control/name-score.js';
import { personScore } from '../../../src/core/control/person-score.js';
import { plainDate } from '../../../src/core/shared/plain-date.js';

const aName = fc.stringMatching(/^[A-Z]{2,9}( [A-Z]{2,9}){0,2}$/);

describe('nameScore', () => {
  it.each([
    ['Yusnidar', 'YUSNIDAR', 100],
    ['Hj. Siti Aminah, S.Pd.', 'Siti Aminah', 100],
    ['Aminah Siti', 'Siti Aminah', 100],
    ['Ernawati', 'Ermawati', 87],
    ['Ernawati', 'Enrawati', 87],
    ['Siti Aminah', 'Siti Aisyah', 72],
    ['Yusnidar', 'Rosmaniar', 44],
    ['Kader Nomor 11', 'Kader Nomor 12', 0],
  ])('%s and %s: %i', (one, other, score) => {
    expect(nameScore(one, other)).toBe(score);
  });

  it('is between 0 and 100, 100 for a name and itself, and the same both ways', () => {
    fc.assert(
      fc.property(aName, aName, (one, other) => {
        const score = nameScore(one, other);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(nameScore(other, one)).toBe(score);
        expect(nameScore(one, one)).toBe(100);
      }),
    );
  });
});

describe('personScore', () => {
  const born = (birthDate: string, name = 'Siti Aminah') => ({ name, birthDate: plainDate(birthDate) });

  it.each([
    ['the same day', '1980-03-04', 100],
    ['day and month exchanged', '1980-04-03', 90],
    ['one digit mistyped', '1981-03-04', 90],
    ['another day', '1981-05-04', 0],
  ])('weighs a birth date: %s', (_, other, score) => {
    expect(personScore(born('1980-03-04'), born(other))).toBe(score);
  });
});
