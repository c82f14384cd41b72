import { personKey } from '../kader/person-name.js';

/** Letters that are one sound in Indonesian names, old spelling and Arabic transcription; in this order. */
const sameSound: readonly (readonly [written: string, sound: string])[] = [
  ['OE', 'U'],
  ['OO', 'U'],
  ['DJ', 'J'],
  ['TJ', 'C'],
  ['NJ', 'NY'],
  ['SJ', 'SY'],
  ['KH', 'H'],
  ['CH', 'H'],
  ['SY', 'S'],
  ['SH', 'S'],
  ['DZ', 'Z'],
  ['DH', 'D'],
  ['TH', 'T'],
  ['PH', 'F'],
  ['V', 'F'],
  ['Q', 'K'],
];

/** Words that are written in many ways, after the sounds were made one. */
const sameWord = new Map([
  ...['MOHAMAD', 'MUHAMED', 'MOHAMED', 'MUHAMAT', 'MOHAMAT'].map((word) => [word, 'MUHAMAD'] as const),
  ...['MO', 'MU', 'MOHD', 'MUHD', 'MHD', 'MD'].map((word) => [word, 'MUHAMAD'] as const),
  ...['ST', 'STI', 'SITY'].map((word) => [word, 'SITI'] as const),
  ['ABD', 'ABDUL'],
]);

/** "Daughter of", "son of": often left out. */
const particles = new Set(['BIN', 'BINTI', 'BINTE', 'BTE', 'BT']);

/**
 * What a name sounds like, its words in order of the alphabet: the same for "Moh. Achmad Djoenaedi" and "Junaedi
 * Muhammad Ahmad". The database finds by the same (`name_key`).
 */
export function nameKey(name: string): string {
  const sounds = sameSound.reduce(
    (text, [written, sound]) => text.replaceAll(written, sound),
    personKey(name),
  );
  return sounds
    .replace(/([A-Z])\1+/g, '$1')
    .split(' ')
    .map((word) => (word.length > 1 ? word.replace(/H$/, '') : word))
    .filter((word) => !particles.has(word))
    .map((word) => sameWord.get(word) ?? word)
    .sort()
    .join(' ');
}
