import { refusal, type Refusal } from '../formats/sheet/problem.js';
import { isNikOfPseudonym } from '../privacy/pseudonym.js';
import { formatDate, plainDateOf, type PlainDate } from '../shared/plain-date.js';
import type { Sex } from './vocabulary.js';

const WOMAN_DAY_SHIFT = 40;

/**
 * Why 16 digits are no NIK of this person; undefined when they can be. A NIK is place of first issue (6), birth
 * day, month and year (2 each; a woman's day plus 40) and a serial from 0001. The place proves nothing
 * but that no province is 00: people move, and transmigrants keep the number of where they came from.
 */
export function checkNik(nik: string, birthDate?: PlainDate, sex?: Sex): Refusal | undefined {
  if (isNikOfPseudonym(nik)) return refusal('roster.nik-place-impossible', {});
  const day = Number(nik.slice(6, 8));
  const inNik = day > WOMAN_DAY_SHIFT ? 'P' : 'L';
  const bornOn = inNik === 'P' ? day - WOMAN_DAY_SHIFT : day;
  if (nik.slice(12) === '0000') return refusal('roster.nik-serial-zero', {});
  // Only two digits of the year are there, and 2000 was a leap year as well: the looser century decides.
  const date = plainDateOf(2000 + Number(nik.slice(10, 12)), Number(nik.slice(8, 10)), bornOn);
  if (date === undefined) return refusal('roster.nik-date-impossible', {});
  if (birthDate !== undefined && birthDate.slice(2) !== date.slice(2)) {
    return refusal('roster.nik-birth-date-differs', { date: formatDate(birthDate) });
  }
  return sex === undefined || sex === inNik ? undefined : refusal('roster.nik-sex-differs', { inNik, sex });
}
