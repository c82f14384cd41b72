import fc from 'fast-check';
import { thingsToGuess } from '../../../src/core/identity/things-to-guess.js';

const words = { known: new Set(['ani']), common: new Set(['rahasia', 'rahasiaku', 'sayang']) };

describe('thingsToGuess', () => {
  it.each([
    ['', 0],
    ['ani', 0],
    ['rahasia', 1],
    ['rahasiaku', 1],
    ['rahasia7', 2],
    ['sayangrahasia', 2],
    ['rahasia2026', 1],
    ['1234', 0],
    ['4321', 0],
    ['xyzzy', 2],
    ['kwpkwp', 3],
    ['kwp', 3],
    ['rahasia7421', 3],
    ['rahasia17081945', 2],
    ['aisahar', 1],
    ['qazwsx', 0],
    ['poiuyt', 0],
    ['1q2w3e', 1],
    ['a1b2c3', 1],
    ['qpzm', 4],
  ])('%s: %d', (text, things) => {
    expect(thingsToGuess(text, words)).toBe(things);
  });

  it('never finds more than the characters, nor more in a part than in the whole', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'n', 'i', '1', '2', 'k', 'rahasia'), maxLength: 20 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const things = thingsToGuess(one + other, words);
        expect(things).toBeLessThanOrEqual((one + other).length);
        expect(things).toBeLessThanOrEqual(thingsToGuess(one, words) + thingsToGuess(other, words));
      }),
    );
  });

  it('takes its time for no text', () => {
    expect(thingsToGuess('kw'.repeat(128), words)).toBeGreaterThan(0);
  });
});
