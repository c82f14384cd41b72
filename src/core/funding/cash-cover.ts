import type { Rupiah } from '../shared/rupiah.js';

/** A budget line with the cash recorded for it, and what is asked of it. */
export interface CashOfLine {
  readonly asked: Rupiah;
  /** Tranches recorded. */
  readonly received: Rupiah;
  /** Paid out of it before. */
  readonly paid: Rupiah;
  /** Whether the payer records tranches in this year at all. */
  readonly recordsCash: boolean;
}

/**
 * How much of what is asked goes beyond the cash recorded; zero when there is enough, or when the payer records no
 * tranches. Cash is information: it warns, and the ceiling alone refuses.
 */
export function cashShortage({ asked, received, paid, recordsCash }: CashOfLine): Rupiah {
  const short = asked - (received - paid);
  return recordsCash && asked > 0n && short > 0n ? short : 0n;
}
