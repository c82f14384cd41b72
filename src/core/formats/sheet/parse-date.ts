import { addDays, parsePlainDate, plainDate, plainDateOf, type PlainDate } from '../../shared/plain-date.js';
import { shownText } from './cell.js';
import type { CellParser, Reading } from './layout.js';
import { readAs, refuse } from './reading.js';

// Serial 61; before it Excel counts a 29 February 1900 that never was.
const SERIAL_61 = plainDate('1900-03-01');
const SERIAL_MIN = 10_000; // 18 May 1927: smaller numbers are years, ages and counts
const SERIAL_MAX = 80_000; // 10 January 2119

const MONTH_STARTS = [
  'jan',
  'feb|peb',
  'mar',
  'apr',
  'mei',
  'jun',
  'jul',
  'agu|ags|agt',
  'sep',
  'okt',
  'nov|nop',
  'des',
].map((starts) => new RegExp(`^(${starts})`));

/** The day an Excel serial stands for (1900 system), undefined outside 1927 to 2119. */
export function dateOfSerial(serial: number): PlainDate | undefined {
  return serial >= SERIAL_MIN && serial <= SERIAL_MAX
    ? addDays(SERIAL_61, Math.floor(serial) - 61)
    : undefined;
}

/** A day: a date cell, a serial, `05/07/2026`, `5-7-2026`, `2026-07-05`, `5 Juli 2026`, `Senin, 5 Agust 2026`. */
export const parseDate: CellParser<PlainDate> = (cell) => {
  if (cell.kind === 'date') return readAs(cell.date);
  if (cell.kind === 'number') return dayOrRefusal(dateOfSerial(cell.number));
  const text = shownText(cell).replace(/^[A-Za-z']+, */, '');
  if (/^\d{5}$/.test(text)) return dayOrRefusal(dateOfSerial(Number(text)));
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOrRefusal(parsePlainDate(text));
  const parts = /^(\d{1,2})(?:[/.-]|\s+)(\d{1,2}|[A-Za-z]{3,9})\.?(?:[/.-]|\s+)(\d+)$/.exec(text);
  if (parts === null) return refuse('sheet.date-expected', {});
  const [, day = '', month = '', year = ''] = parts;
  if (year.length !== 4) return refuse('sheet.date-year-short', {});
  return dayOrRefusal(plainDateOf(Number(year), monthOfText(month), Number(day)));
};

function monthOfText(month: string): number {
  if (/^\d/.test(month)) return Number(month);
  return MONTH_STARTS.findIndex((starts) => starts.test(month.toLowerCase())) + 1;
}

function dayOrRefusal(date: PlainDate | undefined): Reading<PlainDate> {
  return date === undefined ? refuse('sheet.date-impossible', {}) : readAs(date);
}
