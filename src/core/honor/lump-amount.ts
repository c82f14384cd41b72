import type { ThirteenthMonthComponent, LumpComponent } from '../policy/honor-component.js';
import { isMonthly } from '../policy/honor-component.js';
import { invariant } from '../shared/invariant.js';
import { monthName } from '../shared/plain-date.js';
import { portionOf } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';
import { nextMonth, serviceMonth, type ServiceMonth } from '../shared/service-month.js';
import {
  earnedIn,
  notEarned,
  type ComponentOutcome,
  type NotEarned,
  type WorkedMonth,
} from './component-outcome.js';
import { startedSpans } from './explain-not-started.js';
import { monthlyRate } from './monthly-rate.js';
import type { Reason } from './reason.js';

/** What is earned at once in the months the policy names, by who is active in them, or has served in the period. */
export function lumpAmount(
  component: LumpComponent | ThirteenthMonthComponent,
  worked: WorkedMonth,
): ComponentOutcome {
  const { paidIn, proration, rounding } = component;
  const start = lumpPeriodStart(paidIn, worked.month);
  if (start === undefined) {
    return notEarned('honor.paid-in-other-month', { paidIn: paidIn.map(monthName).join(', ') });
  }
  const full = fullAmount(component, worked);
  if ('excluded' in full) return full;
  if (proration === 'full') return earnedIn(worked, full.amount, full.reasons);
  const { served, ofMonths } = monthsServed(worked, start);
  const amount = portionOf(full.amount, served, ofMonths, rounding);
  return earnedIn(worked, amount, [...full.reasons, { step: 'months-served', served, ofMonths, amount }]);
}

/** The first month that a lump of this month is for: after the one paid before it, or January. Undefined when none is paid. */
export function lumpPeriodStart(paidIn: readonly number[], paid: ServiceMonth): ServiceMonth | undefined {
  const month = Number(paid.slice(5));
  if (!paidIn.includes(month)) return undefined;
  const start = (paidIn.filter((one) => one < month).at(-1) ?? 0) + 1;
  return serviceMonth(`${paid.slice(0, 4)}-${String(start).padStart(2, '0')}`);
}

/** A 13th month is worth what the component is at her last day of service in the month. */
function fullAmount(
  component: LumpComponent | ThirteenthMonthComponent,
  worked: WorkedMonth,
): { amount: Rupiah; reasons: Reason[] } | NotEarned {
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

/** Of the months from the first to the paid one, those with a day of service in a bidang that had started there. */
function monthsServed({ kader, starts, month: paid }: WorkedMonth, first: ServiceMonth) {
  let [served, ofMonths] = [0, 0];
  for (let month = first; month <= paid; month = nextMonth(month)) {
    ofMonths += 1;
    if (startedSpans(kader, month, starts).length > 0) served += 1;
  }
  return { served, ofMonths };
}
