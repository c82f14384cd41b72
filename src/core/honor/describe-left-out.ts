import { formatDate } from '../shared/plain-date.js';
import type { LeftOut, LeftOutActivity } from './kader-month.js';

/** Why an attendance is not paid, in a few words that end a sentence. */
export const leftOutWords: Readonly<Record<LeftOut, string>> = {
  'after-death': 'sesudah ia meninggal',
  'without-sk': 'di luar masa SK-nya',
  'other-posyandu': 'bukan di posyandu menurut SK-nya',
};

/** Which attendance is not paid, and why: "kunjungan rumah 20 Juli 2026 di Posyandu Mawar, di luar masa SK-nya". */
export function describeLeftOut({ kind, on, posyandu, why }: LeftOutActivity): string {
  return `${kind.replaceAll('-', ' ')} ${formatDate(on)} di Posyandu ${posyandu}, ${leftOutWords[why]}`;
}
