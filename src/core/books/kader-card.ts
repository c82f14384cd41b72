import type { PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { inBookOrder, sidesOf, type BookEntry } from './book-entry.js';
import { transferEvidence } from './evidence.js';

interface KaderCardRow {
  readonly number: number;
  readonly on: PlainDate;
  readonly period: ServiceMonth;
  readonly evidence: string;
  readonly description: string;
  /** Net honor earned; below zero where it corrects an earlier one. */
  readonly accrued: Rupiah;
  readonly paid: Rupiah;
  /** Of what was paid: what the bank returned, she gave back, or a reversal took back. */
  readonly returned: Rupiah;
  /** Still owed to her after this row. */
  readonly owed: Rupiah;
}

/** Kartu honor of one kader over all payers. */
export interface KaderCard {
  readonly rows: readonly KaderCardRow[];
  readonly accrued: Rupiah;
  readonly paid: Rupiah;
  readonly returned: Rupiah;
  readonly owed: Rupiah;
}

export interface CardAccounts {
  readonly isPayable: (accountId: number) => boolean;
  readonly isCash: (accountId: number) => boolean;
}

/** Every entry about one kader: what she earned, what went to her, what came back, and what is owed. */
export function kaderCard(entries: readonly BookEntry[], { isPayable, isCash }: CardAccounts): KaderCard {
  const sums = { accrued: 0n, paid: 0n, returned: 0n, owed: 0n };
  const rows = inBookOrder(entries).map((entry, index): KaderCardRow => {
    const { debit, credit } = sidesOf(entry, isPayable);
    const throughCash = entry.accounts.some(isCash);
    const moved = throughCash
      ? { accrued: 0n, paid: debit, returned: credit }
      : { accrued: credit - debit, paid: 0n, returned: 0n };
    sums.accrued += moved.accrued;
    sums.paid += moved.paid;
    sums.returned += moved.returned;
    sums.owed += moved.accrued - moved.paid + moved.returned;
    return {
      number: index + 1,
      on: entry.effectiveOn,
      period: entry.period,
      evidence: transferEvidence(entry),
      description: entry.memo,
      ...moved,
      owed: sums.owed,
    };
  });
  return { rows, ...sums };
}
