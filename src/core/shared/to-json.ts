import { rupiahToNumber } from './rupiah.js';

/**
 * JSON for other programs: money as a whole number, maps as objects, in the order given.
 * @throws RangeError when an amount is beyond what JSON readers keep exactly
 */
export function toJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, replace, indent);
}

function replace(_: string, part: unknown): unknown {
  if (typeof part === 'bigint') return rupiahToNumber(part);
  return part instanceof Map ? Object.fromEntries(part) : part;
}
