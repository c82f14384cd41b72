import fc from 'fast-check';
import { isNamed, nameWords, plainWords } from '../../../../src/core/report/roster/name-words.js';

describe('a name that is looked for', () => {
  it.each([
    ['siti', true],
    ['SITI am', true],
    ['aminah, siti', true],
    ['', true],
    ['iti', false],
    ['siti b', false],
    ['a.md', true],
    ['amd', false],
    ['keb', true],
    ['é', false],
  ])('%j: %s', (wanted, found) => {
    expect(isNamed('Siti Aminah, A.Md.Keb', nameWords(wanted))).toBe(found);
  });
});

describe('what a database is asked for', () => {
  it('is in every name that is meant', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aAbz09 éÉ-.'.split('')), maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (name, wanted) => {
        const words = nameWords(wanted);
        fc.pre(isNamed(name, words));
        for (const word of plainWords(words))
          expect(name.toLowerCase()).toMatch(new RegExp(`(^|[^a-z0-9])${word}`));
      }),
    );
  });
});
