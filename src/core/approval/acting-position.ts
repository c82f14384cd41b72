import type { Capacity } from './delegation.js';

/**
 * What stands above a signature: "Plh. Wali Nagari Sitiung" of who stands in for the wali nagari, "a.n. Wali Nagari
 * Sitiung, Sekretaris Nagari" of who signs on behalf of him.
 */
export function actingPosition(
  own: string,
  mandate: { readonly position: string; readonly capacity: Capacity } | null,
): string {
  if (mandate === null) return own;
  return mandate.capacity === 'plh' ? `Plh. ${mandate.position}` : `a.n. ${mandate.position}, ${own}`;
}
