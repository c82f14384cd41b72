import { placeKey } from './region-words.js';

/** The name a person probably meant, or undefined when none is near (a third of the letters may differ). */
export function nearestName(typed: string, names: Iterable<string>): string | undefined {
  const key = placeKey(typed);
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(key, placeKey(name));
    if (distance * 3 <= key.length && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best?.name;
}

// Levenshtein: the fewest letters to insert, delete or replace.
function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}
