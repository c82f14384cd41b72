import { isNamed, nameWords } from '../../../../src/core/report/roster/name-words.js';

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
