import type { HalfMonth, MonthlyComponent } from '../policy/honor-component.js';
import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';
import { portionOf } from '../shared/rounding.js';
import { firstDayOf, monthOf } from '../shared/service-month.js';
import { amountByDays, daysOf } from './amount-by-days.js';
import { earnedIn, notEarned, type ComponentOutcome, type WorkedMonth } from './component-outcome.js';
import { lastDayServed, type KaderFacts } from './kader-month.js';
import { monthlyRate, type MonthlyRate } from './monthly-rate.js';

/** So much a month, and the part of it that a month served in part is worth. */
export function monthlyAmount(component: MonthlyComponent, worked: WorkedMonth): ComponentOutcome {
  const { proration } = component;
  if (proration === 'by-days') return amountByDays(component, worked);
  const [span] = worked.spans;
  if (proration === 'active-on-first' && span.from !== firstDayOf(worked.month)) {
    return notEarned('honor.not-active-on-first');
  }
  if (proration === 'from-next-month') {
    const startsOn = serviceBegan(worked.kader, span.appointment.from);
    if (monthOf(startsOn) === worked.month) {
      return notEarned('honor.paid-from-next-month', { startsOn: formatDate(startsOn) });
    }
  }
  const rate = monthlyRate(component, span, worked);
  if ('excluded' in rate) return rate;
  if (typeof proration === 'object') return halfMonth(rate, component, proration, worked);
  return earnedIn(worked, rate.amount, [rate.reason]);
}

function halfMonth(
  { amount, reason }: MonthlyRate,
  { rounding }: MonthlyComponent,
  { fullFromDays }: HalfMonth,
  worked: WorkedMonth,
): ComponentOutcome {
  const days = daysOf(worked.spans);
  if (days >= fullFromDays) return earnedIn(worked, amount, [reason]);
  const half = portionOf(amount, 1, 2, rounding);
  return earnedIn(worked, half, [reason, { step: 'half-month', days, fullFromDays, amount: half }]);
}

/** The day from which she has served without a gap: a new SK that follows another is no beginning. */
function serviceBegan(kader: KaderFacts, from: PlainDate): PlainDate {
  const dayBefore = addDays(from, -1);
  const earlier = kader.appointments.find((appointment) => {
    const end = lastDayServed(kader, appointment);
    return appointment.from < from && (end === null || end >= dayBefore);
  });
  return earlier === undefined ? from : serviceBegan(kader, earlier.from);
}
