import { invariant } from '../../../core/shared/invariant.js';

/** Chance that repeats: the same seed gives the same choices on any machine. */
export interface Random {
  /** A whole number from `min` to `max`, both counted. */
  between(min: number, max: number): number;
  /** One of the list, each as likely. */
  pick<Item>(items: readonly Item[]): Item;
  /** The list in another order. */
  shuffled<Item>(items: readonly Item[]): Item[];
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
}

/** A sequence of its own for each seed and name, so that more of one thing does not change another. */
export function randomOf(seed: number, name: string): Random {
  let state = seed >>> 0;
  for (const letter of name) state = mixed(state ^ letter.charCodeAt(0));
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    return mixed(state) / 2 ** 32;
  };
  const between = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      invariant(item !== undefined, 'there is something to pick from');
      return item;
    },
    shuffled(items) {
      const keyed = items.map((item) => ({ item, key: next() }));
      return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
    },
    chance: (percent) => between(1, 100) <= percent,
  };
}

/** A 32-bit integer hash (Murmur3's finaliser): near inputs give far outputs. */
function mixed(value: number): number {
  let hash = value >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
