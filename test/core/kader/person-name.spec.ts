import { personKey } from '../../../src/core/kader/person-name.js';

describe('personKey', () => {
  it.each([
    ['Siti Aminah', 'Hj. SITI  AMINAH, S.Pd'],
    ['Siti Aminah', 'Siti Aminah S.Pd.'],
    ['Siti Aminah', 'Ny. Siti Aminah A.Md.Keb'],
    ["Nur'aini", 'NUR AINI'],
    ['Dra. Yusnidar', 'Yusnidar'],
  ])('%s is %s', (one, other) => {
    expect(personKey(one)).toBe(personKey(other));
  });

  it.each([
    ['Siti Aminah', 'Siti Aminan'],
    ['Siti', 'Siti Aminah'],
    ['Hj. Siti', 'Hj. Dewi'],
  ])('%s is not %s', (one, other) => {
    expect(personKey(one)).not.toBe(personKey(other));
  });

  it('keeps a name that is all title', () => {
    expect(personKey('Hj.')).toBe('HJ');
  });
});
