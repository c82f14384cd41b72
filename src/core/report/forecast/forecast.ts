import { ExactDecimal } from '../../shared/exact-decimal.js';
import { groupBy } from '../../shared/group-by.js';
import { invariant } from '../../shared/invariant.js';
import { sumRupiah, type Rupiah } from '../../shared/rupiah.js';
import { fiscalYearOf, nextMonth, serviceMonth, type ServiceMonth } from '../../shared/service-month.js';
import { budgetCovers, type BudgetCover } from '../owed/budget-cover.js';
import type { HoldingFacts, ShareFacts, SourceFacts } from '../owed/facts.js';
import { unpaidShares } from '../owed/unpaid-shares.js';
import type { PlainDate } from '../../shared/plain-date.js';

/** How many of the last calculated months the need of a month is the mean of. */
const BASIS_MONTHS = 3;

export interface ForecastFacts {
  readonly year: number;
  readonly today: PlainDate;
  readonly sources: readonly SourceFacts[];
  readonly shares: readonly ShareFacts[];
  readonly holdings: readonly HoldingFacts[];
}

/** When something is used up, and by how much it falls short until December; month null = it lasts. */
export interface Exhaustion {
  readonly month: ServiceMonth | null;
  readonly missing: Rupiah;
}

/** Where the year of a budget line is heading. */
export interface SourceForecast {
  readonly source: string;
  readonly payer: string;
  readonly payerName: string;
  readonly ceiling: Rupiah;
  readonly reserved: Rupiah;
  readonly spent: Rupiah;
  readonly available: Rupiah;
  readonly received: Rupiah;
  /** Honor of the year that is entitled so far, paid or not. */
  readonly accrued: Rupiah;
  /** What of it lies above the ceiling that is left. */
  readonly unfunded: Rupiah;
  /** Mean of the last calculated months, half up to the rupiah; null when no month is calculated. */
  readonly monthlyNeed: Rupiah | null;
  readonly basis: readonly ServiceMonth[];
  /** Months after the last calculated one, until December. */
  readonly projected: readonly ServiceMonth[];
  /** Months before the last calculated one that have no honor on this line: they are not forecast. */
  readonly gaps: readonly ServiceMonth[];
  /** Accrued, and the need of the projected months. */
  readonly need: Rupiah;
  /** The ceiling, and the cash received, less what went to debts of earlier years, against the need month by month. */
  readonly ceilingLasts: Exhaustion;
  readonly cashLasts: Exhaustion;
}

/** Every budget line of a fiscal year: what it still bears, and from which month it does not. */
export function forecast(facts: ForecastFacts): SourceForecast[] {
  const ofYear = facts.sources.filter(({ fiscalYear }) => fiscalYear === facts.year);
  const covers = budgetCovers(unpaidShares(facts.shares, facts.holdings, facts.today), ofYear);
  const bySource = groupBy(facts.shares, ({ sourceId }) => sourceId);
  return [...ofYear]
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map((source) => {
      const cover = covers.get(source.id);
      invariant(cover !== undefined, `budget line ${source.code} has its cover`);
      return forecastOf(source, monthlyTotals(bySource.get(source.id) ?? []), cover);
    });
}

function forecastOf(
  source: SourceFacts,
  calculated: ReadonlyMap<ServiceMonth, Rupiah>,
  cover: BudgetCover,
): SourceForecast {
  const { code, payer, payerName, ceiling, reserved, spent, received, forDebts, fiscalYear } = source;
  const months = monthsOf(fiscalYear);
  const done = months.filter((month) => calculated.has(month));
  const last = done.at(-1);
  const basis = done.slice(-BASIS_MONTHS);
  const monthlyNeed = meanOf(basis.map((month) => calculated.get(month) ?? 0n));
  const projected = last === undefined ? [] : months.filter((month) => month > last);
  const needs = months.map((month): [ServiceMonth, Rupiah] => [
    month,
    calculated.get(month) ?? (projected.includes(month) ? (monthlyNeed ?? 0n) : 0n),
  ]);
  return {
    ...{ source: code, payer, payerName, ceiling, reserved, spent, received },
    available: cover.available,
    accrued: sumRupiah(done.map((month) => calculated.get(month) ?? 0n)),
    unfunded: cover.unfunded,
    monthlyNeed,
    basis,
    projected,
    gaps: last === undefined ? [] : months.filter((month) => month < last && !calculated.has(month)),
    need: sumRupiah(needs.map(([, need]) => need)),
    ceilingLasts: exhaustion(ceiling - forDebts, needs),
    cashLasts: exhaustion(received - forDebts, needs),
  };
}

/** The first month whose need is not wholly met, the earlier ones first served. */
function exhaustion(means: Rupiah, needs: readonly (readonly [ServiceMonth, Rupiah])[]): Exhaustion {
  let needed = 0n;
  let month: ServiceMonth | null = null;
  for (const [ofMonth, need] of needs) {
    needed += need;
    if (month === null && needed > means) month = ofMonth;
  }
  return { month, missing: needed > means ? needed - means : 0n };
}

function meanOf(amounts: readonly Rupiah[]): Rupiah | null {
  if (amounts.length === 0) return null;
  const mean = new ExactDecimal(sumRupiah(amounts).toString()).div(amounts.length);
  return BigInt(mean.toDecimalPlaces(0, ExactDecimal.ROUND_HALF_UP).toFixed(0));
}

function monthlyTotals(shares: readonly ShareFacts[]): ReadonlyMap<ServiceMonth, Rupiah> {
  const byMonth = groupBy(shares, ({ month }) => month);
  return new Map(
    [...byMonth].map(([month, ofMonth]) => [month, sumRupiah(ofMonth.map(({ amount }) => amount))]),
  );
}

function monthsOf(year: number): ServiceMonth[] {
  const months: ServiceMonth[] = [];
  let month = serviceMonth(`${String(year)}-01`);
  while (fiscalYearOf(month) === year) {
    months.push(month);
    month = nextMonth(month);
  }
  return months;
}
