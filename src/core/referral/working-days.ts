import { addDays, type PlainDate } from '../shared/plain-date.js';

/** The days nobody works on beside Saturday and Sunday, and for which years they are known. */
export interface Holidays {
  readonly days: ReadonlySet<PlainDate>;
  readonly years: ReadonlySet<number>;
}

/** The last day to answer what was asked on a day: so many working days later, the day itself not counted. */
export function dueDay(asked: PlainDate, workingDays: number, holidays: Holidays): PlainDate {
  let day = asked;
  for (let left = workingDays; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

const SATURDAY = 6;
const SUNDAY = 0;

function isWorkingDay(day: PlainDate, { days }: Holidays): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY && !days.has(day);
}
