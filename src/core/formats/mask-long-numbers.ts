import { maskAccount } from './mask.js';

// Hashes are written in hex and may have as many digits in a row.
const HASH_OR_LONG = /[0-9a-f]{32,}|\d{10,}/g;
const SHORTEST_HASH = 32;

/**
 * Of every number in a text that has the length of a NIK or of most account numbers only the last four digits: for what
 * leaves without anybody having looked at it, refusals and logs. Codes of regions and amounts are written with dots.
 */
export function maskLongNumbers(text: string): string {
  return text.replace(HASH_OR_LONG, (found) => (found.length < SHORTEST_HASH ? maskAccount(found) : found));
}
