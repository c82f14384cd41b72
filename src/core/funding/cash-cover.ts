import type { Rupiah } from '../shared/rupiah.js';

/** A budget line with the cash recorded for it, and what is asked of it. */
export interface CashOfLine {
  readonly asked: Rupiah;
  /** Tranches recorded. */
  readonly received: Rupiah;
  /** Paid out of it before. */
  readonly paid: Rupiah;
  /** Held by other requests that were submitted before this one and are not paid yet. */
  readonly bound: Rupiah;
  /** Whether the payer records tranches in this year at all. */
  readonly recordsCash: boolean;
}

/**
 * How much of what is asked goes beyond the cash recorded, whoever asked first being served first; zero when there is enough, or when the payer records no
 * tranches. Cash is information: it warns, and the ceiling alone refuses.
 */
export function cashShortage({ asked, received, paid, bound, recordsCash }: CashOfLine): Rupiah {
  const short = asked - (received - paid - bound);
  return recordsCash && asked > 0n && short > 0n ? short : 0n;
}
