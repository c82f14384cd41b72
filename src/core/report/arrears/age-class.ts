import { daysInclusive, type PlainDate } from '../../shared/plain-date.js';

/** How long something is owed: up to so many days, or longer than all others (null). */
export interface AgeClass {
  readonly code: string;
  readonly daysMax: number | null;
}

/** The classes of arrears, youngest first. */
export const ageClasses: readonly AgeClass[] = [
  { code: '0-30', daysMax: 30 },
  { code: '31-90', daysMax: 90 },
  { code: '91-180', daysMax: 180 },
  { code: '>180', daysMax: null },
];

/** Whole days since the day something fell due; that day itself is 0. */
export function ageInDays(dueOn: PlainDate, asOf: PlainDate): number {
  return daysInclusive(dueOn, asOf) - 1;
}

/** The code of the class an age falls in. */
export function ageClassOf(days: number): string {
  const found = ageClasses.find(({ daysMax }) => daysMax === null || days <= daysMax);
  return found?.code ?? '';
}
