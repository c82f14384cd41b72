import { wordsOf } from '../formats/sheet/words.js';

const KIND_WORDS =
  /^(NAGARI|DESA|KELURAHAN|KEL|GAMPONG|KECAMATAN|KEC|KABUPATEN|KAB|KOTA|PROVINSI|PROV|POSYANDU|JORONG)\s+(?=\S)/;

const NUMERALS: readonly (readonly [roman: string, word: string])[] = [
  ['I', 'SATU'],
  ['II', 'DUA'],
  ['III', 'TIGA'],
  ['IV', 'EMPAT'],
  ['V', 'LIMA'],
  ['VI', 'ENAM'],
  ['VII', 'TUJUH'],
  ['VIII', 'DELAPAN'],
  ['IX', 'SEMBILAN'],
  ['X', 'SEPULUH'],
];

const NUMERAL_WORDS = new Map(
  NUMERALS.flatMap(([roman, word], index) => [
    [roman, word],
    [String(index + 1), word],
  ]),
);

/** A place name for comparing: without its kind ("Nagari"), with "IV" and "4" as "Empat", spaces aside. */
export function placeKey(name: string): string {
  const words = wordsOf(name).replace(KIND_WORDS, '');
  return words
    .split(' ')
    .map((word) => NUMERAL_WORDS.get(word) ?? word)
    .join('');
}
