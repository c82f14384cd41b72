import type { ExistingKader } from './existing-kader.js';

/**
 * Whether a file may complete the SK of long ago in a nagari that she is on the roster of no longer: one in which she is
 * known to have served, or a file for a region that covers her own nagari too. A nagari that never had her may not make
 * her its own by an old SK.
 *
 * @param covers whether a nagari is in the region that the file is for
 */
export function mayCompletePast(
  nagariCode: string,
  existing: ExistingKader,
  covers: (nagariCode: string) => boolean,
): boolean {
  return existing.appointments.some((one) => one.nagariCode === nagariCode) || covers(existing.nagariCode);
}
