import { wordsOf } from '../formats/sheet/words.js';

const KIND_WORDS =
  /^(NAGARI|DESA|KELURAHAN|KEL|GAMPONG|KECAMATAN|KEC|KABUPATEN|KAB|KOTA|PROVINSI|PROV|POSYANDU|JORONG)\s+(?=\S)/;

const NUMERALS: Readonly<Record<string, string>> = {
  II: 'DUA',
  III: 'TIGA',
  IV: 'EMPAT',
  V: 'LIMA',
  VI: 'ENAM',
  VII: 'TUJUH',
  VIII: 'DELAPAN',
  IX: 'SEMBILAN',
  X: 'SEPULUH',
};

/** A place name for comparing: without its kind ("Nagari"), with "IV Koto" as "Empat Koto", spaces aside. */
export function placeKey(name: string): string {
  const words = wordsOf(name).replace(KIND_WORDS, '');
  return words
    .split(' ')
    .map((word) => NUMERALS[word] ?? word)
    .join('');
}
