import { groupBy } from '../shared/group-by.js';
import { nameKey } from './name-key.js';
import { exchanged } from './person-score.js';
import type { Person } from './request-under-control.js';

/**
 * How far apart two people may stand, ordered by name, among those who share something: a date that half a roster has
 * must not make everybody be compared with everybody. The database fetches as many.
 */
const NEAREST = 100;

interface Keyed {
  readonly person: Person;
  readonly name: string;
  /** What the name sounds like. */
  readonly sound: string;
}

/**
 * Who of some people may be one person with another, both ways alike: who shares NIK, account, or birth date, also
 * with day and month exchanged; or whose name sounds the same and whose birth date has the same year or the same day
 * and month. Only they are compared letter by letter.
 */
export function lookAlikesAmong(people: readonly Person[]): (person: Person) => readonly Person[] {
  const keyed = people.map((person) => {
    return { person, name: person.name.toUpperCase(), sound: nameKey(person.name) };
  });
  const byId = new Map(keyed.map((one) => [one.person.kaderId, one]));
  const indexes = keysOf.map((keyOf) => ({ keyOf, groups: inOrder(keyed, keyOf) }));
  return (person) => {
    const own = byId.get(person.kaderId);
    if (own === undefined) return [];
    const others = new Map<number, Person>();
    for (const { keyOf, groups } of indexes) {
      for (const { person: other } of near(own, groups.get(keyOf(own)) ?? []))
        others.set(other.kaderId, other);
    }
    others.delete(person.kaderId);
    return [...others.values()];
  };
}

/** What people share; nothing where it is empty. */
const keysOf: readonly ((one: Keyed) => string)[] = [
  ({ person }) => person.nik,
  ({ person: { account } }) => (account === null ? '' : `${account.bank} ${account.key}`),
  ({ person: { birthDate } }) => [birthDate, exchanged(birthDate)].sort()[0] ?? birthDate,
  ({ person, sound }) => (sound === '' ? '' : `${sound} ${person.birthDate.slice(0, 4)}`),
  ({ person, sound }) => (sound === '' ? '' : `${sound} ${person.birthDate.slice(5)}`),
];

function inOrder(people: readonly Keyed[], keyOf: (one: Keyed) => string): Map<string, Keyed[]> {
  const groups = new Map<string, Keyed[]>(groupBy(people, keyOf));
  groups.delete('');
  for (const group of groups.values()) if (group.length > NEAREST) group.sort(byName);
  return groups;
}

function near(own: Keyed, group: readonly Keyed[]): readonly Keyed[] {
  if (group.length <= NEAREST) return group;
  const at = placeOf(own, group);
  return group.slice(Math.max(0, at - NEAREST), at + NEAREST + 1);
}

function placeOf(own: Keyed, group: readonly Keyed[]): number {
  let [low, high] = [0, group.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = group[middle];
    if (other !== undefined && byName(other, own) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byName(one: Keyed, other: Keyed): number {
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return one.person.kaderId - other.person.kaderId;
}
