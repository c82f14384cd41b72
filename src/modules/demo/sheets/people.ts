import type { Role } from '../../../core/kader/role.js';
import type { Bidang, Sex, StatedEndReason } from '../../../core/kader/vocabulary.js';
import { plainDate, type PlainDate } from '../../../core/shared/plain-date.js';
import { demoAccount, type DemoAccount } from './accounts.js';
import { demoNik } from './niks.js';
import {
  javaneseWomen,
  javaneseWomenSecond,
  men,
  menSecond,
  minangWomen,
  minangWomenSecond,
  titlesBehind,
} from './names.js';
import type { DemoNagari, DemoPosyandu } from './places.js';
import type { Random } from './random.js';

/** A kader of the demonstration. */
export interface DemoKader {
  readonly name: string;
  readonly nik: string;
  readonly birthDate: PlainDate;
  readonly sex: Sex;
  readonly nagari: DemoNagari;
  readonly posyandu: DemoPosyandu;
  readonly role: Role;
  readonly bidang: Bidang;
  readonly account: DemoAccount;
  readonly phone: string;
  /** False: no SK names her. */
  readonly appointed: boolean;
  readonly end?: { readonly date: PlainDate; readonly reason: StatedEndReason };
}

/** NIK and accounts handed out so far: no two people may get the same by chance. */
export interface Taken {
  readonly niks: Set<string>;
  readonly accounts: Set<string>;
}

/** The kader at a place in the order of a posyandu: the first three lead it. */
export function demoKader(
  nagari: DemoNagari,
  posyandu: DemoPosyandu,
  index: number,
  random: Random,
  taken: Taken,
): DemoKader {
  const sex: Sex = random.chance(96) ? 'P' : 'L';
  const birthDate = birthDateFrom(random);
  const typed = sex === 'P' ? womanName(random) : `${random.pick(men)} ${random.pick(menSecond)}`;
  const name = nagari.capitals ? typed.toUpperCase() : typed;
  return {
    name,
    nik: demoNik({ birthDate, sex, nagariCode: nagari.region.code }, random, taken.niks),
    birthDate,
    sex,
    nagari,
    posyandu,
    role: roleAt(index),
    bidang: index < 3 || random.chance(92) ? 'kesehatan' : random.pick(['pendidikan', 'sosial']),
    account: demoAccount(name, random, taken.accounts),
    phone: `08${random.pick(['12', '13', '21', '22', '52', '53'])}${digits(random, random.between(7, 8))}`,
    appointed: true,
  };
}

function roleAt(index: number): Role {
  return (['ketua', 'sekretaris', 'bendahara'] as const)[index] ?? 'kader';
}

function birthDateFrom(random: Random): PlainDate {
  const [year, month, day] = [random.between(1965, 2002), random.between(1, 12), random.between(1, 28)];
  return plainDate(`${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function womanName(random: Random): string {
  const javanese = random.chance(30);
  const first = random.pick(javanese ? javaneseWomen : minangWomen);
  const second = random.pick(javanese ? javaneseWomenSecond : minangWomenSecond);
  const third = random.chance(25)
    ? ` ${random.pick(javanese ? javaneseWomenSecond : minangWomenSecond)}`
    : '';
  const plain = `${first} ${second}${third.trim() === second ? '' : third}`;
  if (random.chance(4)) return `Hj. ${plain}`;
  return random.chance(6) ? `${plain}, ${random.pick(titlesBehind)}` : plain;
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.between(0, 9))).join('');
}
