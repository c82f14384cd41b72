import { monthName, plainDate, plainDateOf, type PlainDate } from './plain-date.js';
import { invariant } from './invariant.js';

declare const serviceMonthBrand: unique symbol;

/** The month a kader served in, written `2026-07`; compares correctly as text. */
export type ServiceMonth = string & { readonly [serviceMonthBrand]: true };

/** Reads `2026-07`; undefined for anything else. */
export function parseServiceMonth(text: string): ServiceMonth | undefined {
  return /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text) ? (text as ServiceMonth) : undefined;
}

/** A month written in the program itself. @throws when it is not a month. */
export function serviceMonth(text: string): ServiceMonth {
  const month = parseServiceMonth(text);
  if (month === undefined) throw new RangeError(`${text} is not a month`);
  return month;
}

/** The month a day lies in. */
export function monthOf(date: PlainDate): ServiceMonth {
  return date.slice(0, 7) as ServiceMonth;
}

export function firstDayOf(month: ServiceMonth): PlainDate {
  return calendarOf(month).first;
}

export function lastDayOf(month: ServiceMonth): PlainDate {
  return calendarOf(month).last;
}

export function daysIn(month: ServiceMonth): number {
  return calendarOf(month).days;
}

interface MonthCalendar {
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
}

// A calculation asks for the same few months millions of times; there are 3,600 at most.
const calendars = new Map<ServiceMonth, MonthCalendar>();

function calendarOf(month: ServiceMonth): MonthCalendar {
  const known = calendars.get(month);
  if (known !== undefined) return known;
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const last = [31, 30, 29, 28].map((day) => plainDateOf(year, number, day)).find((day) => day !== undefined);
  invariant(last !== undefined, `${month} has a last day`);
  const calendar = { first: plainDate(`${month}-01`), last, days: Number(last.slice(8, 10)) };
  calendars.set(month, calendar);
  return calendar;
}

/** The fiscal year (tahun anggaran) a month belongs to: the calendar year. */
export function fiscalYearOf(month: ServiceMonth): number {
  return Number(month.slice(0, 4));
}

/** The month after. */
export function nextMonth(month: ServiceMonth): ServiceMonth {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return serviceMonth(
    number === 12 ? `${String(year + 1)}-01` : `${String(year)}-${String(number + 1).padStart(2, '0')}`,
  );
}

/** The month before. */
export function previousMonth(month: ServiceMonth): ServiceMonth {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return serviceMonth(
    number === 1 ? `${String(year - 1)}-12` : `${String(year)}-${String(number - 1).padStart(2, '0')}`,
  );
}

/**
 * Reads a list of service months as people pass it: `2026-07..2026-09`, `2026-07,2026-09` or a mix.
 * The result is sorted and free of repeats; undefined when any part is not a month or a range runs backwards.
 */
export function parseServiceMonths(text: string): ServiceMonth[] | undefined {
  const months = new Set<ServiceMonth>();
  for (const part of text.split(',')) {
    const ends = part.split('..').map((end) => parseServiceMonth(end.trim()));
    const [first, last = first] = ends;
    if (first === undefined || last === undefined || ends.length > 2 || ends.includes(undefined))
      return undefined;
    if (last < first) return undefined;
    months.add(first);
    for (let month = first; month < last;) months.add((month = nextMonth(month)));
  }
  return [...months].sort();
}

/** "Juli 2026". */
export function formatMonth(month: ServiceMonth): string {
  return `${monthName(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`;
}
