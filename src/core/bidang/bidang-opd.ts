import type { Bidang } from '../kader/vocabulary.js';
import { liesIn } from '../region/region.js';
import type { PlainDate } from '../shared/plain-date.js';

/** Which OPD answers for a bidang in a region, and within how many working days. */
export interface BidangOpd {
  readonly bidang: Bidang;
  readonly regionCode: string;
  readonly opdCode: string;
  readonly opdName: string;
  /** Working days to answer a referral. */
  readonly limitDays: number;
  readonly from: PlainDate;
  /** Last day; null = still. */
  readonly to: PlainDate | null;
  readonly basis: string;
  readonly note: string | null;
}

/** The OPD for a bidang in a nagari on a day: of the most specific region. Undefined when none is named. */
export function opdFor<One extends Pick<BidangOpd, 'bidang' | 'regionCode' | 'from' | 'to'>>(
  opds: readonly One[],
  { nagariCode, bidang }: { readonly nagariCode: string; readonly bidang: string },
  on: PlainDate,
): One | undefined {
  return opds
    .filter((one) => one.bidang === bidang && liesIn(nagariCode, one.regionCode))
    .filter(({ from, to }) => from <= on && (to === null || on <= to))
    .sort((one, other) => other.regionCode.length - one.regionCode.length)[0];
}
