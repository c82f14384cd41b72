import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';

const SMALL = [
  '',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
] as const;

const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun'] as const;

const LIMIT = 10n ** 15n;

/**
 * An amount in Indonesian words as KBBI spells them: 75000n is "tujuh puluh lima ribu rupiah".
 * @throws when the amount is negative or above 999 triliun; a receipt never shows either.
 */
export function terbilang(amount: Rupiah): string {
  invariant(amount >= 0n && amount < LIMIT, `${amount.toString()} can be written in words`);
  if (amount === 0n) return 'nol rupiah';
  return `${groupsOf(amount).map(groupInWords).filter(Boolean).reverse().join(' ')} rupiah`;
}

/** Groups of three digits, the lowest first. */
function groupsOf(amount: Rupiah): number[] {
  const groups: number[] = [];
  for (let rest = amount; rest > 0n; rest /= 1000n) groups.push(Number(rest % 1000n));
  return groups;
}

function groupInWords(group: number, scale: number): string {
  if (group === 0) return '';
  // Only a thousand contracts ("seribu"); a million is "satu juta".
  if (group === 1 && scale === 1) return 'seribu';
  return `${belowThousand(group)} ${SCALES[scale] ?? ''}`.trim();
}

function belowThousand(number: number): string {
  const hundreds = Math.floor(number / 100);
  const head = hundreds === 0 ? '' : hundreds === 1 ? 'seratus' : `${digitWord(hundreds)} ratus`;
  return `${head} ${belowHundred(number % 100)}`.trim();
}

function belowHundred(number: number): string {
  if (number < 12) return digitWord(number);
  if (number < 20) return `${digitWord(number - 10)} belas`;
  return `${digitWord(Math.floor(number / 10))} puluh ${digitWord(number % 10)}`.trim();
}

function digitWord(number: number): string {
  return SMALL[number] ?? '';
}
