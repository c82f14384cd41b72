import { invariant } from '../shared/invariant.js';
import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';

/** A rate that an amount was worked out with. */
export interface RateUnderControl {
  readonly rate: Rupiah;
  /** What is worth so much: a whole month, one activity, or all that is paid at once. */
  readonly unit: 'month' | 'activity' | 'payment';
  /** The kind of activity it is for; null when it is for any. */
  readonly activity: string | null;
  /** The days it holds for; null for the whole month. */
  readonly days: DaysOfRate | null;
  /** What it comes to together with the component it lifts, or as a month of which it is paid once more. */
  readonly asPartOf: { readonly component: string; readonly rate: Rupiah } | null;
}

interface DaysOfRate {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** A stored step; amounts are numbers in what was stored. */
type StoredStep = Readonly<Record<string, unknown>>;

const monthly = new Set(['flat-monthly', 'by-role', 'by-tier', 'without-tier', 'by-bidang', 'top-up']);

/** Every rate among the stored reasons of a line, of whatever kind the component is. */
export function ratesOf(reasons: readonly unknown[]): RateUnderControl[] {
  return partsByPolicy(reasons as readonly StoredStep[]).flatMap((part) => {
    const onceMore = part.filter(({ step }) => step === 'thirteenth-month');
    // A 13th month says first what its component is worth, which is not paid a second time.
    if (onceMore.length > 0) return onceMore.map(paidAtOnce);
    return [...ofMonths(part), ...part.flatMap(ofOther)];
  });
}

/** Another policy carries the later days of a month: its steps come after those of the first. */
function partsByPolicy(reasons: readonly StoredStep[]): StoredStep[][] {
  const parts: StoredStep[][] = [[]];
  for (const reason of reasons) {
    if (reason.step === 'policy') parts.push([]);
    parts.at(-1)?.push(reason);
  }
  return parts;
}

function ofMonths(part: readonly StoredStep[]): RateUnderControl[] {
  const rates = part.filter(({ step }) => monthly.has(String(step)));
  const spans = part.flatMap(daysOf);
  const last = spans.at(-1);
  const all = spans[0] !== undefined && last !== undefined ? { from: spans[0].from, to: last.to } : null;
  return rates.map((step, at) => ({
    ...{ rate: amountOf(step.amount), unit: 'month', activity: null },
    // As many rates as spans are one for each; fewer are not told apart by their days.
    days: rates.length === spans.length ? (spans[at] ?? null) : all,
    asPartOf:
      step.step === 'top-up' ? { component: String(step.component), rate: amountOf(step.total) } : null,
  }));
}

function ofOther(reason: StoredStep): RateUnderControl[] {
  const whole = { days: null, asPartOf: null };
  switch (reason.step) {
    case 'per-activity':
    case 'transport':
      return [{ rate: amountOf(reason.rate), unit: 'activity', activity: null, ...whole }];
    case 'activity-kind':
      return [{ rate: amountOf(reason.rate), unit: 'activity', activity: String(reason.kind), ...whole }];
    case 'attendance-met':
      return [{ rate: amountOf(reason.amount), unit: 'month', activity: null, ...whole }];
    case 'attendance-below':
      return [{ rate: amountOf(reason.full), unit: 'month', activity: null, ...whole }];
    case 'lump':
      return [{ rate: amountOf(reason.amount), unit: 'payment', activity: null, ...whole }];
    default:
      return [];
  }
}

function paidAtOnce({ component, amount }: StoredStep): RateUnderControl {
  const rate = amountOf(amount);
  const asPartOf = { component: String(component), rate };
  return { rate, unit: 'payment', activity: null, days: null, asPartOf };
}

function daysOf({ step, from, to }: StoredStep): DaysOfRate[] {
  if (step !== 'appointment') return [];
  const [first, last] = [parsePlainDate(String(from)), parsePlainDate(String(to))];
  return first === undefined || last === undefined ? [] : [{ from: first, to: last }];
}

function amountOf(value: unknown): Rupiah {
  const amount = Number(value);
  invariant(Number.isSafeInteger(amount), 'a stored rate is whole rupiah');
  return BigInt(amount);
}
