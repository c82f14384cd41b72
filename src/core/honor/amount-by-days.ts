import { splitByWeight } from '../funding/split-by-weight.js';
import type { MonthlyComponent } from '../policy/honor-component.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import { addDays, daysInclusive } from '../shared/plain-date.js';
import { portionOf, type Rounding } from '../shared/rounding.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import { daysIn, formatMonth } from '../shared/service-month.js';
import type { ComponentOutcome, EarnedAmount, NotEarned, WorkedMonth } from './component-outcome.js';
import type { ActiveSpan } from './kader-month.js';
import { hangsOnTier, monthlyRate, type MonthlyRate } from './monthly-rate.js';
import type { Reason, UnpaidDaysReason } from './reason.js';

/** Days that are worth the same a month. */
interface RatedDays {
  readonly rate: MonthlyRate;
  readonly spans: readonly ActiveSpan[];
  readonly days: number;
}

/** The days of a month that a component pays for, and those that it does not. */
export interface DaysByRate {
  readonly rated: readonly RatedDays[];
  readonly unpaid: readonly UnpaidDaysReason[];
}

/** Equal rates of several spans are prorated together, so that moving house inside a month never moves a rupiah. */
export function amountByDays(component: MonthlyComponent, worked: WorkedMonth): ComponentOutcome {
  const byRate = daysByRate(component, worked);
  if ('excluded' in byRate) return byRate;
  const ofDays = daysIn(worked.month);
  return earnedByDays(byRate, amountsByDays(byRate.rated, ofDays, component.rounding), ofDays);
}

/**
 * What days of several rates come to: a month is rounded once, and its parts sum to it by largest remainder, so that
 * neither a new role nor another decree with the same amounts moves a rupiah.
 *
 * @param ofDays the days that a whole month is worth
 */
export function amountsByDays(rated: readonly RatedDays[], ofDays: number, rounding: Rounding): Rupiah[] {
  const [only, ...others] = rated;
  // Nearly every month has one rate; a whole month of it needs no division at all.
  if (only !== undefined && others.length === 0)
    return [portionOf(only.rate.amount, only.days, ofDays, rounding)];
  const weights = rated.map(({ rate, days }) => rate.amount * BigInt(days));
  const total = portionOf(sumRupiah(weights), 1, ofDays, rounding);
  if (total === 0n) return weights.map(() => 0n);
  return splitByWeight(
    total,
    weights.map((weight) => new ExactDecimal(weight.toString())),
  );
}

/** What days of each rate earned, given what they come to. */
export function earnedByDays(
  { rated, unpaid }: DaysByRate,
  amounts: readonly Rupiah[],
  ofDays: number,
): { readonly earned: EarnedAmount[]; readonly reasons: Reason[] } {
  const earned: EarnedAmount[] = [];
  const reasons: Reason[] = [...unpaid];
  rated.forEach(({ rate, spans, days }, index) => {
    const amount = amounts[index] ?? 0n;
    earned.push(...sharesByDays(amount, spans));
    reasons.push(rate.reason);
    if (days !== ofDays) reasons.push({ step: 'prorated-by-days', days, ofDays, amount });
  });
  return { earned, reasons };
}

/**
 * The days she served, by what a month is worth on them. Days without a rate take nothing from the others; where
 * none has one, why the first has none.
 */
export function daysByRate(component: MonthlyComponent, worked: WorkedMonth): DaysByRate | NotEarned {
  const cut = spansOfOneRate(component, worked);
  const [only] = cut;
  if (only !== undefined && cut.length === 1) return daysOfOneRate(component, worked, only);
  const byRate = new Map<Rupiah, { rate: MonthlyRate; spans: ActiveSpan[] }>();
  const without: { why: NotEarned; span: ActiveSpan }[] = [];
  for (const span of cut) {
    const rate = monthlyRate(component, span, worked);
    if ('excluded' in rate) {
      without.push({ why: rate, span });
      continue;
    }
    const group = byRate.get(rate.amount) ?? { rate, spans: [] };
    group.spans.push(span);
    byRate.set(rate.amount, group);
  }
  const [first] = without;
  if (first !== undefined && byRate.size === 0) return first.why;
  return {
    rated: [...byRate.values()].map(({ rate, spans }) => ({ rate, spans, days: daysOf(spans) })),
    unpaid: without.map(({ why, span }) => unpaidDays(component, worked, span, why)),
  };
}

// Nearly every month is one span of one rate, and a country has millions of them.
function daysOfOneRate(
  component: MonthlyComponent,
  worked: WorkedMonth,
  span: ActiveSpan,
): DaysByRate | NotEarned {
  const rate = monthlyRate(component, span, worked);
  return 'excluded' in rate ? rate : { rated: [{ rate, spans: [span], days: span.days }], unpaid: [] };
}

function unpaidDays(
  { name }: MonthlyComponent,
  { month }: WorkedMonth,
  { from, to, days }: ActiveSpan,
  { excluded: code, facts }: NotEarned,
): UnpaidDaysReason {
  const said = { month: formatMonth(month), component: name, ...facts };
  return { step: 'days-not-paid', from, to, days, code, facts: said };
}

function sharesByDays(amount: Rupiah, spans: readonly ActiveSpan[]): EarnedAmount[] {
  const [first, ...others] = spans;
  if (first !== undefined && others.length === 0)
    return [{ nagariCode: first.appointment.nagariCode, amount }];
  const shares = splitByWeight(
    amount,
    spans.map((span) => new ExactDecimal(span.days)),
  );
  return spans.map((span, index) => ({
    nagariCode: span.appointment.nagariCode,
    amount: shares[index] ?? 0n,
  }));
}

/** Her spans, cut where her tier begins or ends when the rate hangs on it. */
function spansOfOneRate(component: MonthlyComponent, worked: WorkedMonth): readonly ActiveSpan[] {
  const { kader, spans } = worked;
  if (kader.tiers.length === 0 || !hangsOnTier(component, worked)) return spans;
  const starts = kader.tiers.flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)]));
  return spans.flatMap((span) => {
    const cuts = starts.filter((day) => span.from < day && day <= span.to);
    const begins = [...new Set([span.from, ...cuts])].sort();
    return begins.map((from, index) => {
      const next = begins[index + 1];
      const to = next === undefined ? span.to : addDays(next, -1);
      return { appointment: span.appointment, from, to, days: daysInclusive(from, to) };
    });
  });
}

/** How many days these spans are together. */
export function daysOf(spans: readonly ActiveSpan[]): number {
  return spans.reduce((sum, span) => sum + span.days, 0);
}
