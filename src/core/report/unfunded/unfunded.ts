import { groupBy } from '../../shared/group-by.js';
import { invariant } from '../../shared/invariant.js';
import type { PlainDate } from '../../shared/plain-date.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { lastDayOf, type ServiceMonth } from '../../shared/service-month.js';
import { ageInDays } from '../arrears/age-class.js';
import { budgetCovers, type BudgetCover } from '../owed/budget-cover.js';
import type { HoldingFacts, ShareFacts, SourceFacts } from '../owed/facts.js';
import { owedPartsOf, sumOfParts, type OwedParts } from '../owed/owed-parts.js';
import { unpaidShares, type UnpaidShare } from '../owed/unpaid-shares.js';

export interface UnfundedFacts {
  readonly today: PlainDate;
  readonly shares: readonly ShareFacts[];
  readonly holdings: readonly HoldingFacts[];
  readonly sources: readonly SourceFacts[];
  /** What the ledger's payable accounts say is owed today, by budget line. */
  readonly ledger: readonly { readonly sourceId: number; readonly payable: Rupiah }[];
}

/** What is missing for one month of service on one budget line. */
interface MissingMonth {
  readonly month: ServiceMonth;
  readonly kader: number;
  readonly missing: Rupiah;
}

/** What one budget line owes, and what of it no ceiling reaches. */
export interface UnfundedLine extends OwedParts {
  readonly source: string;
  readonly payer: string;
  readonly payerName: string;
  readonly fiscalYear: number;
  readonly ceiling: Rupiah;
  readonly available: Rupiah;
  readonly owed: Rupiah;
  readonly overpaid: Rupiah;
  /** The day on which the accrued honor went beyond the ceiling; null when it did not. */
  readonly since: PlainDate | null;
  readonly days: number | null;
  /** Kader who wait for money that no ceiling reaches. */
  readonly kader: number;
  readonly months: readonly MissingMonth[];
}

export interface Unfunded extends OwedParts {
  readonly asOf: PlainDate;
  readonly lines: readonly UnfundedLine[];
  readonly owed: Rupiah;
  readonly overpaid: Rupiah;
  /** Lines of which the ledger says otherwise: never passed over. */
  readonly differences: readonly {
    readonly source: string;
    readonly rows: Rupiah;
    readonly ledger: Rupiah;
  }[];
}

/**
 * What is owed and how near its payment is, line by line. It is worked out of entitlements, requests and ceilings
 * and stored nowhere, so that it cannot drift from them; every line is held against the ledger's payable.
 */
export function unfunded(facts: UnfundedFacts): Unfunded {
  const shares = unpaidShares(facts.shares, facts.holdings, facts.today);
  const covers = budgetCovers(shares, facts.sources);
  const bySource = groupBy(shares, ({ sourceId }) => sourceId);
  const lines = facts.sources.map((source) => {
    const cover = covers.get(source.id);
    invariant(cover !== undefined, `budget line ${source.code} has its cover`);
    return lineOf(source, cover, bySource.get(source.id) ?? [], facts.today);
  });
  return {
    asOf: facts.today,
    lines: lines.sort((one, other) => (one.source < other.source ? -1 : 1)),
    ...sumOfParts(lines),
    owed: sumRupiah(lines.map(({ owed }) => owed)),
    overpaid: sumRupiah(lines.map(({ overpaid }) => overpaid)),
    differences: differencesOf(lines, facts),
  };
}

function lineOf(
  source: SourceFacts,
  cover: BudgetCover,
  shares: readonly UnpaidShare[],
  today: PlainDate,
): UnfundedLine {
  const { code, payer, payerName, fiscalYear, ceiling } = source;
  const since = cover.since === null ? null : lastDayOf(cover.since);
  const waiting = [...cover.missing.keys()];
  return {
    ...{ source: code, payer, payerName, fiscalYear, ceiling, available: cover.available },
    ...sumOfParts(shares.map((share) => owedPartsOf(share, cover))),
    owed: sumRupiah(shares.map(({ amount }) => (amount > 0n ? amount : 0n))),
    overpaid: -sumRupiah(shares.map(({ amount }) => (amount < 0n ? amount : 0n))),
    since,
    days: since === null ? null : ageInDays(since, today),
    kader: new Set(waiting.map(({ kaderId }) => kaderId)).size,
    months: [...groupBy(waiting, ({ month }) => month)].map(([month, ofMonth]) => ({
      month,
      kader: new Set(ofMonth.map(({ kaderId }) => kaderId)).size,
      missing: sumRupiah(ofMonth.map((share) => cover.missing.get(share) ?? 0n)),
    })),
  };
}

function differencesOf(
  lines: readonly UnfundedLine[],
  { ledger, sources }: UnfundedFacts,
): Unfunded['differences'] {
  const booked = new Map(ledger.map(({ sourceId, payable }) => [sourceId, payable]));
  const ids = new Map(sources.map(({ id, code }) => [code, id]));
  return lines.flatMap(({ source, owed, overpaid }) => {
    const expected = booked.get(ids.get(source) ?? 0) ?? 0n;
    const rows = owed - overpaid;
    return rows === expected ? [] : [{ source, rows, ledger: expected }];
  });
}
