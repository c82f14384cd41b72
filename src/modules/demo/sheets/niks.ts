import type { Sex } from '../../../core/kader/vocabulary.js';
import type { PlainDate } from '../../../core/shared/plain-date.js';
import type { Random } from './random.js';

/** Where people of the transmigration got their first card: Central and East Java, Yogyakarta. */
const ELSEWHERE = ['330512', '331004', '340213', '350217', '350818', '330105', '320414'] as const;

/** Before 2003 Dharmasraya was part of Sijunjung, 13.03. */
const SIJUNJUNG = ['130305', '130306', '130309', '130310'] as const;

interface Person {
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly nagariCode: string;
}

/** A NIK of this person that nobody has yet: place of first issue, birth date (a woman's day plus 40), serial. */
export function demoNik(person: Person, random: Random, taken: Set<string>): string {
  const head = placeOf(person, random) + birthPart(person);
  for (let serial = random.between(1, 4); ; serial += 1) {
    const nik = head + String(serial).padStart(4, '0');
    if (taken.has(nik)) continue;
    taken.add(nik);
    return nik;
  }
}

function placeOf({ nagariCode }: Person, random: Random): string {
  if (random.chance(12)) return random.pick(SIJUNJUNG);
  return random.chance(12) ? random.pick(ELSEWHERE) : nagariCode.slice(0, 8).replaceAll('.', '');
}

function birthPart({ birthDate, sex }: Person): string {
  const day = Number(birthDate.slice(8)) + (sex === 'P' ? 40 : 0);
  return `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
}
