declare const plainDateBrand: unique symbol;

/** A calendar day without time or zone, written `2026-07-05`; compares correctly as text. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

const MILLISECONDS_A_DAY = 86_400_000;

const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** The Indonesian name of a month, 1 = Januari. */
export function monthName(month: number): string {
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) throw new RangeError(`no month ${String(month)}`);
  return name;
}

/** The number (1 to 12) of a month given by its Indonesian name in any case, or undefined. */
export function monthNumber(name: string): number | undefined {
  const index = MONTH_NAMES.findIndex((month) => month.toLowerCase() === name.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** The day, or undefined where the calendar has no such day (31 April, month 13). */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || year > 2200) return undefined;
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return undefined;
  return instant.toISOString().slice(0, 10) as PlainDate;
}

/** Reads `2026-07-05`; undefined for anything else. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? plainDateOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A day written in the program itself. @throws when it is not a day. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new RangeError(`${text} is not a calendar day`);
  return date;
}

/** The day so many days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10) as PlainDate;
}

/** Days from one day to another, both counted: a day to itself is 1. Zero or less when `to` is before `from`. */
export function daysInclusive(from: PlainDate, to: PlainDate): number {
  if (from === to) return 1;
  // Within a month, where most spans of service lie, the days of the month say it without a calendar.
  if (from.startsWith(to.slice(0, 8))) return Number(to.slice(8)) - Number(from.slice(8)) + 1;
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS_A_DAY + 1;
}

/** "5 Juli 2026". */
export function formatDate(date: PlainDate): string {
  return `${String(Number(date.slice(8, 10)))} ${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
}
