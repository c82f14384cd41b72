import type { ThirteenthMonthComponent, YearlyComponent } from '../policy/honor-component.js';
import { isMonthly } from '../policy/honor-component.js';
import { invariant } from '../shared/invariant.js';
import { monthName } from '../shared/plain-date.js';
import { portionOf } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';
import { fiscalYearOf, serviceMonth, type ServiceMonth } from '../shared/service-month.js';
import {
  earnedIn,
  notEarned,
  type ComponentOutcome,
  type NotEarned,
  type WorkedMonth,
} from './component-outcome.js';
import { activeSpans, type KaderFacts } from './kader-month.js';
import { monthlyRate } from './monthly-rate.js';
import type { Reason } from './reason.js';

/** What is earned once a year, in the month the policy names, by who is active in it. */
export function yearlyAmount(
  component: YearlyComponent | ThirteenthMonthComponent,
  worked: WorkedMonth,
): ComponentOutcome {
  const { paidIn, proration, rounding } = component;
  if (Number(worked.month.slice(5)) !== paidIn) {
    return notEarned('honor.paid-in-other-month', { paidIn: monthName(paidIn) });
  }
  const full = fullAmount(component, worked);
  if ('excluded' in full) return full;
  if (proration === 'full') return earnedIn(worked, full.amount, full.reasons);
  const served = monthsServed(worked.kader, worked.month, paidIn);
  const amount = portionOf(full.amount, served, paidIn, rounding);
  return earnedIn(worked, amount, [
    ...full.reasons,
    { step: 'months-served', served, ofMonths: paidIn, amount },
  ]);
}

/** A 13th month is worth what the component is at her last day of service in the month. */
function fullAmount(
  component: YearlyComponent | ThirteenthMonthComponent,
  worked: WorkedMonth,
): { amount: Rupiah; reasons: Reason[] } | NotEarned {
  if (component.kind === 'yearly') {
    const { amount } = component;
    return { amount, reasons: [{ step: 'yearly', amount }] };
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

/** Months from January to the paid one with at least one day of service, wherever that was. */
function monthsServed(kader: KaderFacts, paid: ServiceMonth, ofMonths: number): number {
  const months = Array.from({ length: ofMonths }, (_, index) =>
    serviceMonth(`${String(fiscalYearOf(paid))}-${String(index + 1).padStart(2, '0')}`),
  );
  return months.filter((month) => activeSpans(kader, month).length > 0).length;
}
