import { invariant } from '../shared/invariant.js';
import type { Rupiah } from '../shared/rupiah.js';

/** The middle one; of an even number the lower of the two in the middle, so that it is an amount somebody gets. */
export function median(amounts: readonly Rupiah[]): Rupiah {
  const sorted = [...amounts].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  invariant(middle !== undefined, 'the middle of something');
  return middle;
}
