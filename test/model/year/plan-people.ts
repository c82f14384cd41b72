import { kaderRoles, type Role } from '../../../src/core/kader/role.js';
import { tiers } from '../../../src/core/kader/vocabulary.js';
import { randomOf, type Random } from '../../../src/modules/demo/sheets/random.js';
import type { Day, RosterFact } from './facts.js';
import { days, KADER, nagariOf, personOf, posyandu } from './world.js';

/** What happens to a kader, and after which month (0 to 11) the roster hears of it. */
export interface Happening {
  readonly fact: RosterFact;
  readonly knownAfter: number;
}

/** The lives of all kader in a year, each in the order in which the roster hears of them. */
export function planPeople(seed: number): readonly Happening[] {
  return Array.from({ length: KADER }, (_, index) =>
    lifeOf(index + 1, randomOf(seed, `kader ${String(index + 1)}`)),
  ).flat();
}

interface Life {
  readonly kader: number;
  place: string;
  role: Role;
  /** How many SK she has had. */
  papers: number;
  /** Index of the day of her last happening. */
  day: number;
  knownAfter: number;
  readonly happenings: Happening[];
}

const PEOPLE_OF_FIRST_DAY = 272;
const MONTH_BY_DAY = days.map((day) => Number(day.slice(5, 7)) - 1);

function lifeOf(kader: number, random: Random): readonly Happening[] {
  const joins = kader > PEOPLE_OF_FIRST_DAY;
  const place = posyandu[kader % posyandu.length] ?? '';
  const role = random.chance(75) ? 'kader' : random.pick(kaderRoles);
  const life: Life = {
    kader,
    place,
    role,
    papers: 0,
    day: joins ? random.between(20, 320) : 0,
    knownAfter: 0,
    happenings: [],
  };
  tellSk(life, random);
  openAccount(life, random);
  for (const [kind, percent] of chances) {
    if (!random.chance(percent)) continue;
    life.day += random.between(12, 110);
    if (life.day >= days.length) break;
    happen(kind, life, random);
    if (kind === 'leave' && !comesBack(life, random)) break;
  }
  return life.happenings;
}

/** Most have an account from the beginning; a few are owed until they bring one. */
function openAccount(life: Life, random: Random): void {
  if (random.chance(5)) life.knownAfter = Math.min(life.knownAfter + random.between(1, 3), 11);
  const { kader, place, knownAfter } = life;
  const fact = { kind: 'account', kader, posyandu: place, number: personOf(kader).account } as const;
  life.happenings.push({ fact, knownAfter });
}

type Kind = 'correct' | 'rise' | 'role' | 'move' | 'leave';

/** In an order in which they may follow each other; a second time is another chance. */
const chances: readonly (readonly [Kind, number])[] = [
  ['correct', 8],
  ['rise', 25],
  ['role', 10],
  ['move', 8],
  ['rise', 8],
  ['move', 6],
  ['leave', 12],
  ['role', 4],
];

function happen(kind: Kind, life: Life, random: Random): void {
  if (kind === 'correct') correct(life, random);
  else if (kind === 'rise') rise(life, random);
  else if (kind === 'role') changeRole(life, random);
  else if (kind === 'move') move(life, random);
  else leave(life, random);
}

function rise(life: Life, random: Random): void {
  const { kader, place, day } = life;
  const risen = life.happenings.filter(({ fact }) => fact.kind === 'tier').length;
  const tier = tiers[risen] ?? 'utama';
  tell(life, random, { kind: 'tier', kader, posyandu: place, tier, from: dayAt(day) });
}

function changeRole(life: Life, random: Random): void {
  life.role = random.pick(kaderRoles.filter((role) => role !== life.role));
  tellSk(life, random);
}

function leave(life: Life, random: Random): void {
  const { kader, place, day } = life;
  tell(life, random, { kind: 'ended', kader, posyandu: place, on: dayAt(day) });
}

/** Her first SK named another role all along, or another first day. */
function correct(life: Life, random: Random): void {
  const first = life.happenings.map(({ fact }) => fact).find(({ kind }) => kind === 'sk');
  if (first?.kind !== 'sk') return;
  if (random.chance(50)) {
    life.role = random.pick(kaderRoles.filter((role) => role !== life.role));
    tell(life, random, { ...first, role: life.role });
  } else {
    const from = days.indexOf(first.from) + random.between(-30, 30);
    tell(life, random, { ...first, from: dayAt(Math.max(0, from)) });
    life.day = Math.max(life.day, from);
  }
}

function move(life: Life, random: Random): void {
  const { kader, place } = life;
  const to = random.pick(posyandu.filter((one) => one !== place));
  if (nagariOf(place) !== nagariOf(to)) {
    tell(life, random, { kind: 'ended', kader, posyandu: place, on: dayAt(life.day - 1) });
  }
  life.place = to;
  tellSk(life, random);
}

/** After a while, where she was before. */
function comesBack(life: Life, random: Random): boolean {
  life.day += random.between(10, 90);
  if (life.day >= days.length || !random.chance(30)) return false;
  tellSk(life, random);
  return true;
}

/** Another SK, of what she is from today. */
function tellSk(life: Life, random: Random): void {
  life.papers += 1;
  const { kader, place, role, papers, day } = life;
  tell(life, random, { kind: 'sk', kader, paper: papers, posyandu: place, role, from: dayAt(day) });
}

/** Three of ten things are heard of late, and none before what came earlier. */
function tell(life: Life, random: Random, fact: RosterFact): void {
  const happened = MONTH_BY_DAY[Math.min(life.day, days.length - 1)] ?? 0;
  const late = random.chance(30) && life.day > 0 ? random.between(1, 4) : 0;
  life.knownAfter = Math.max(life.knownAfter, Math.min(happened + late, 11));
  life.happenings.push({ fact, knownAfter: life.knownAfter });
}

function dayAt(index: number): Day {
  return days[Math.min(index, days.length - 1)] ?? '';
}
