import fc from 'fast-check';
import { nameKey } from '../../../src/core/control/name-key.js';

describe('nameKey', () => {
  it.each([
    ['Siti Nurhaliza binti Ahmad', 'Siti Nurhaliza Binti Achmad'],
    ['Moh. Yusuf', 'Muhammad Yusuf'],
    ['MOCHAMAD YUSUF', 'mohamad yusuf'],
    ['St. Aminah', 'Sitti Amina'],
    ['Noer Djannah', 'Nur Janah'],
    ['Soekarsih', 'Sukarsih'],
    ['Khadijah', 'Chadijah'],
    ['Khairunnisa', 'Hairunisa'],
    ['Syamsiar', 'Samsiar'],
    ['Tjut Nja Dien', 'Cut Nya Dien'],
    ['Ramadhani', 'Ramadani'],
    ['Hj. Rosmaniar, S.Pd.', 'Rosmaniar'],
    ['Aminah Siti', 'Siti Aminah'],
    ['Novi Safitri', 'Nofi Syafitri'],
  ])('%s sounds like %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Rina Marlina', 'Rini Marlina'],
    ['Ernawati', 'Ermawati'],
    ['Siti Aminah', 'Siti Aisyah'],
    ['Kader 000011', 'Kader 000001'],
  ])('%s does not sound like %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('hangs on nothing but letters: not on capitals, spaces or the order of the words', () => {
    const words = fc.array(fc.stringMatching(/^[A-Z]{2,9}$/), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(words, (name) => {
        const shown = ['X', ...name].join(' ');
        expect(nameKey(shown.toLowerCase())).toBe(nameKey(shown));
        expect(nameKey(`  ${shown.replaceAll(' ', '   ')} `)).toBe(nameKey(shown));
        expect(nameKey(['X', ...name.toReversed()].join(' '))).toBe(nameKey(shown));
      }),
    );
  });
});
