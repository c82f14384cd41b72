import type { Bidang } from '../kader/vocabulary.js';
import type { ServiceMonth } from '../shared/service-month.js';

/** From which month on a bidang serves in a kabupaten, kecamatan or nagari, and by which decree. */
export interface BidangStart {
  readonly bidang: Bidang;
  readonly regionCode: string;
  readonly regionName: string;
  readonly start: ServiceMonth;
  readonly basis: string;
}

/** Starts by region code and bidang. A kabupaten that says nothing at all has no phases. */
export interface BidangStarts {
  readonly byRegion: ReadonlyMap<string, ReadonlyMap<string, BidangStart>>;
  /** The kabupaten in which any place starts in phases. */
  readonly kabupaten: ReadonlySet<string>;
}

const KABUPATEN_DIGITS = 5;
const KECAMATAN_DIGITS = 8;

/** Where one bidang is said twice for a region, the later in the list holds. */
export function bidangStarts(starts: readonly BidangStart[]): BidangStarts {
  const byRegion = new Map<string, Map<string, BidangStart>>();
  for (const start of starts) {
    const ofRegion = byRegion.get(start.regionCode) ?? new Map<string, BidangStart>();
    byRegion.set(start.regionCode, ofRegion.set(start.bidang, start));
  }
  const kabupaten = new Set(starts.map(({ regionCode }) => regionCode.slice(0, KABUPATEN_DIGITS)));
  return { byRegion, kabupaten };
}

/**
 * The start that holds for a bidang in a nagari: its own, else its kecamatan's, else its kabupaten's. `no-phases`
 * where the kabupaten has none at all, so that every bidang serves; `never` where it has, but not for this bidang.
 */
export function startOf(
  { byRegion, kabupaten }: BidangStarts,
  nagariCode: string,
  bidang: string,
): BidangStart | 'no-phases' | 'never' {
  const ofKabupaten = nagariCode.slice(0, KABUPATEN_DIGITS);
  if (!kabupaten.has(ofKabupaten)) return 'no-phases';
  return (
    byRegion.get(nagariCode)?.get(bidang) ??
    byRegion.get(nagariCode.slice(0, KECAMATAN_DIGITS))?.get(bidang) ??
    byRegion.get(ofKabupaten)?.get(bidang) ??
    'never'
  );
}

/** Whether a bidang serves in a nagari in a month. */
export function hasStarted(
  starts: BidangStarts,
  { nagariCode, bidang }: { readonly nagariCode: string; readonly bidang: string },
  month: ServiceMonth,
): boolean {
  const start = startOf(starts, nagariCode, bidang);
  return start === 'no-phases' || (start !== 'never' && start.start <= month);
}

/** No kabupaten starts in phases. */
export const noPhases: BidangStarts = bidangStarts([]);
