import { parsePlainDate, type PlainDate } from '../shared/plain-date.js';
import type { Rupiah } from '../shared/rupiah.js';
import type { CountedActivities, DaysPaid } from './request-under-control.js';

/** A stored step of how an amount came about; amounts are numbers in what was stored. */
interface StoredReason {
  readonly step?: unknown;
  readonly amount?: unknown;
  readonly counted?: unknown;
  readonly attended?: unknown;
  readonly kind?: unknown;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Steps that say what a whole month is worth, and those that count activities: of the kinds that the component names, or of their own. */
const rateSteps = ['flat-monthly', 'by-role', 'by-tier', 'without-tier', 'by-bidang', 'top-up'];
const countingSteps = ['per-activity', 'transport', 'attendance-met', 'attendance-below'];

/** The highest full rate of the month among the stored reasons of a line; null where the kind of pay has none. */
export function rateOf(reasons: readonly unknown[]): Rupiah | null {
  const rates = stepsOf(reasons, rateSteps).map(({ amount }) => BigInt(Number(amount)));
  return rates.reduce<Rupiah | null>((most, rate) => (most === null || rate > most ? rate : most), null);
}

/** What activities the stored reasons of a line count; `kinds` are those that its component counts. */
export function countedOf(reasons: readonly unknown[], kinds: readonly string[] | null): CountedActivities[] {
  return [
    ...stepsOf(reasons, countingSteps).map((step) => ({
      kinds,
      count: Number(step.counted ?? step.attended),
    })),
    ...stepsOf(reasons, ['activity-kind']).map(({ kind, counted }) => {
      return { kinds: [String(kind)], count: Number(counted) };
    }),
  ];
}

/**
 * The last day she served of what a line pays for the months served of a year, which may be before the month it is
 * paid in; null for a line that pays for its own month.
 */
export function servedThroughOf(reasons: readonly unknown[]): PlainDate | null {
  if (stepsOf(reasons, ['months-served']).length === 0) return null;
  const days = stepsOf(reasons, ['appointment']).map(({ to }) => parsePlainDate(String(to)));
  return days.reduce<PlainDate | null>((last, day) => laterOf(last, day ?? null), null);
}

/**
 * The days of hers that a line pays for by its own decree, which is the first it names: another that pays for her
 * other days, or is paid on another line, has its own. Null where nothing was stored of them.
 */
export function daysPaidOf(reasons: readonly unknown[]): DaysPaid | null {
  const steps = stepsOf(reasons, ['policy', 'appointment']);
  const own = steps.findIndex(({ step }, index) => step === 'policy' && index > 0);
  const days = steps.slice(0, own === -1 ? steps.length : own).filter(({ step }) => step === 'appointment');
  const [first, ...others] = days.map(({ from, to }) => ({
    from: parsePlainDate(String(from)),
    to: parsePlainDate(String(to)),
  }));
  if (first?.from === undefined || first.to === undefined) return null;
  return {
    from: first.from,
    to: others.reduce((last, { to }) => laterOf(last, to ?? null) ?? last, first.to),
  };
}

/** Whether a policy begins within the month of a line; then its days after that are of another decree, by rule. */
export function changesWithin(reasons: readonly unknown[]): boolean {
  return stepsOf(reasons, ['policy']).length > 1 || stepsOf(reasons, ['policy-from-next-month']).length > 0;
}

function laterOf(one: PlainDate | null, other: PlainDate | null): PlainDate | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}

function stepsOf(reasons: readonly unknown[], steps: readonly string[]): StoredReason[] {
  return (reasons as readonly StoredReason[]).filter(({ step }) => steps.includes(String(step)));
}
