import { addDays, plainDate } from '../../../src/core/shared/plain-date.js';
import { daysIn, serviceMonth } from '../../../src/core/shared/service-month.js';
import type { Day, Month } from './facts.js';

/** The places and people of every year; only what happens to them hangs on the seed. */
export const KABUPATEN = '13.10';
export const OPD = 'DINKES';
export const KADER = 300;
const SITIUNG = '13.10.04.2001';
const SIGUNTUR = '13.10.04.2002';
const GUNUNG_MEDAN = '13.10.04.2004';

/** This one makes a decree of its own. */
export const OWN_DECREE = SIGUNTUR;
/** This one decrees at the end for itself what holds there anyhow. */
export const ECHOING = GUNUNG_MEDAN;
export const nagariCodes = [SITIUNG, SIGUNTUR, GUNUNG_MEDAN];
export const payers = [...nagariCodes, OPD];

const POSYANDU_OF: Readonly<Record<string, number>> = { [SITIUNG]: 5, [SIGUNTUR]: 3, [GUNUNG_MEDAN]: 4 };

/** By registration number. */
export const posyandu: readonly string[] = nagariCodes.flatMap((nagari) =>
  Array.from({ length: POSYANDU_OF[nagari] ?? 0 }, (_, index) => `${nagari}.00${String(index + 1)}`),
);

export function nagariOf(posyanduNumber: string): string {
  return posyanduNumber.slice(0, KABUPATEN.length + '.04.2001'.length);
}

export const months: readonly Month[] = Array.from(
  { length: 12 },
  (_, index) => `2026-${String(index + 1).padStart(2, '0')}`,
);

/** Every day of the year, in order. */
export const days: readonly Day[] = months.flatMap((month) =>
  Array.from(
    { length: daysIn(serviceMonth(month)) },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  ),
);

/** A woman of her own birth date, so that no control takes two of them for one. */
export interface Person {
  readonly nik: string;
  readonly name: string;
  readonly bornOn: Day;
  readonly account: string;
}

export function personOf(kader: number): Person {
  const bornOn = addDays(plainDate('1970-01-01'), kader * 17);
  const [year = '', month = '', day = ''] = bornOn.split('-');
  const nik = `131004${String(Number(day) + 40)}${month}${year.slice(2)}${String(kader).padStart(4, '0')}`;
  return { nik, name: `Kader ${letters(kader)}`, bornOn, account: `10${String(kader).padStart(12, '0')}` };
}

function letters(number: number): string {
  return String(number)
    .split('')
    .map((digit) => 'ABCDEFGHIJ'[Number(digit)])
    .join('');
}
