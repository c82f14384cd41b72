import { addDays, type PlainDate } from '../shared/plain-date.js';
import { firstDayOf, lastDayOf, type ServiceMonth } from '../shared/service-month.js';
import type { RateUnderControl } from './rates-of-line.js';
import type { Ceiling } from './request-under-control.js';

/** A rate of a component in a month. */
export interface RateOfMonth {
  readonly component: string;
  readonly month: ServiceMonth;
  readonly rate: RateUnderControl;
}

/** The standard prices that a rate is held against, and whether there is one for each of its days. */
export interface PricesOfRate {
  readonly prices: readonly Ceiling[];
  readonly isComplete: boolean;
}

/**
 * Of the recorded prices those for this component on the days of the rate: those for its kind of activity, and where
 * these leave a day out those for any. A price for a month holds for whatever the component pays by.
 */
export function pricesOf(
  { component, month, rate }: RateOfMonth,
  recorded: readonly Ceiling[],
): PricesOfRate {
  const days = daysWithin(month, rate);
  const fitting = recorded.filter(
    (price) => price.component === component && fits(price, rate) && overlaps(price, days),
  );
  const special = fitting.filter(({ activity }) => activity !== null);
  const prices = covers(special, days) ? special : fitting;
  return { prices, isComplete: covers(prices, days) };
}

interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function daysWithin(month: ServiceMonth, { days }: RateUnderControl): Days {
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  // The last days of who left before the month that her share of a year is paid in say nothing of that month.
  if (days === null || days.to < first || days.from > last) return { from: first, to: last };
  return { from: days.from < first ? first : days.from, to: days.to > last ? last : days.to };
}

function fits({ unit, activity }: Ceiling, rate: RateUnderControl): boolean {
  return unit === 'month' || (rate.unit === 'activity' && (activity === null || activity === rate.activity));
}

function overlaps({ from, to }: Ceiling, days: Days): boolean {
  return from <= days.to && (to === null || to >= days.from);
}

/** A day without a price is the first one, or follows the last day of a price. */
function covers(prices: readonly Ceiling[], days: Days): boolean {
  const follows = prices.flatMap(({ to }) => (to === null || to >= days.to ? [] : [addDays(to, 1)]));
  return [days.from, ...follows].every((day) =>
    prices.some(({ from, to }) => from <= day && (to === null || day <= to)),
  );
}
