import { splitByWeight } from '../funding/split-by-weight.js';
import { isMonthly } from '../policy/honor-component.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import { invariant } from '../shared/invariant.js';
import { monthName } from '../shared/plain-date.js';
import { portionOf } from '../shared/rounding.js';
import { sumRupiah, type Rupiah } from '../shared/rupiah.js';
import {
  earnedIn,
  notEarned,
  type ComponentOutcome,
  type NotEarned,
  type WorkedMonth,
} from './component-outcome.js';
import { lumpMonths, lumpPeriodStart, type LumpPart, type OnceComponent } from './lump-months.js';
import { monthlyRate } from './monthly-rate.js';
import { policyStep, type Reason } from './reason.js';

/**
 * What is earned at once in the months the policy names: by who is active in them, or by the months served in the
 * period, each as the policy in force then says, so that no decree pays for a month before it.
 */
export function lumpAmount(component: OnceComponent, worked: WorkedMonth): ComponentOutcome {
  const { paidIn, proration } = component;
  if (lumpPeriodStart(paidIn, worked.month) === undefined) {
    return notEarned('honor.paid-in-other-month', { paidIn: paidIn.map(monthName).join(', ') });
  }
  const full = fullAmount(component, worked);
  if ('excluded' in full) return full;
  return proration === 'full'
    ? earnedIn(worked, full.amount, full.reasons)
    : amountByMonths(component, worked, full);
}

function amountByMonths(component: OnceComponent, worked: WorkedMonth, full: FullAmount): ComponentOutcome {
  const { parts, withoutPolicy } = lumpMonths(component, worked);
  // Its own decree first, then those before it.
  const inOrder = [...parts].sort((one, other) => +isOf(component, other) - +isOf(component, one));
  const fulls = inOrder.map((part) => (part.component.kind === 'lump' ? part.component.amount : full.amount));
  const amounts = portions(inOrder, fulls, component);
  const reasons = inOrder.flatMap((part, index): Reason[] => {
    const { served, ofMonths, version } = part;
    const step: Reason = { step: 'months-served', served, ofMonths, amount: amounts[index] ?? 0n };
    if (isOf(component, part)) return [...full.reasons, step];
    const ofLump: Reason[] = component.kind === 'lump' ? [{ step: 'lump', amount: fulls[index] ?? 0n }] : [];
    return [policyStep(version), ...ofLump, step];
  });
  if (withoutPolicy.length > 0) reasons.push({ step: 'months-without-policy', months: withoutPolicy });
  return earnedIn(worked, sumRupiah(amounts), reasons);
}

function isOf(component: OnceComponent, part: LumpPart): boolean {
  return part.component === component;
}

/** Every number of months up to a year divides it. */
const MONTHS_IN_COMMON = 27_720;

/** What the parts come to: rounded once together, and shared by largest remainder. */
function portions(
  parts: readonly LumpPart[],
  fulls: readonly Rupiah[],
  { rounding }: OnceComponent,
): Rupiah[] {
  const [only, ...others] = parts;
  if (only === undefined) return [];
  if (others.length === 0) return [portionOf(fulls[0] ?? 0n, only.served, only.ofMonths, rounding)];
  const weights = parts.map(
    ({ served, ofMonths }, index) => (fulls[index] ?? 0n) * BigInt((served * MONTHS_IN_COMMON) / ofMonths),
  );
  const total = portionOf(sumRupiah(weights), 1, MONTHS_IN_COMMON, rounding);
  if (total === 0n) return weights.map(() => 0n);
  return splitByWeight(
    total,
    weights.map((weight) => new ExactDecimal(weight.toString())),
  );
}

interface FullAmount {
  readonly amount: Rupiah;
  readonly reasons: readonly Reason[];
}

/** A 13th month is worth what the component is at her last day of service in the month. */
function fullAmount(component: OnceComponent, worked: WorkedMonth): FullAmount | NotEarned {
  if (component.kind === 'lump') {
    const { amount } = component;
    return { amount, reasons: [{ step: 'lump', amount }] };
  }
  const monthly = worked.components.get(component.of);
  const last = worked.spans.at(-1);
  invariant(monthly !== undefined && isMonthly(monthly), 'a 13th month has its component beside it');
  invariant(last !== undefined, 'a worked month has a span');
  const rate = monthlyRate(monthly, { ...last, from: last.to, days: 1 }, worked);
  if ('excluded' in rate) return rate;
  const step: Reason = { step: 'thirteenth-month', component: monthly.code, amount: rate.amount };
  return { amount: rate.amount, reasons: [rate.reason, step] };
}
