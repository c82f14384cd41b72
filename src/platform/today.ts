import { plainDate, type PlainDate } from '../core/shared/plain-date.js';
import type { Clock } from './clock.js';

// Western Indonesian time: the day a treasurer in the west of the country sees on the wall.
const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Jakarta',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day now, in western Indonesian time. */
export function today(clock: Clock): PlainDate {
  return dayOf(clock.now());
}

/** The calendar day of a moment, in western Indonesian time. */
export function dayOf(moment: Date): PlainDate {
  return plainDate(calendar.format(moment));
}
