import { addDays, formatDate, type PlainDate } from '../shared/plain-date.js';

/** Days from one to another, both of them too; `to` null = without end. */
export interface Days {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** A version of a policy as it was recorded, and the versions that it takes the place of, by their ids. */
export interface RecordedVersion {
  readonly id: number;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly supersedes: readonly number[];
  readonly isWithdrawn: boolean;
}

/**
 * The days on which each version is in force, in order of time: those it says, without those of whatever takes its
 * place. None of a version that was withdrawn, or replaced as a whole.
 */
export function daysInForce(versions: readonly RecordedVersion[]): ReadonlyMap<number, readonly Days[]> {
  const inForce = new Map<number, readonly Days[]>();
  for (const { id, validFrom, validTo, isWithdrawn } of versions) {
    inForce.set(id, isWithdrawn ? [] : [{ from: validFrom, to: validTo }]);
  }
  for (const { supersedes, isWithdrawn, validFrom, validTo } of versions) {
    if (isWithdrawn) continue;
    for (const id of supersedes) {
      inForce.set(id, withoutDays(inForce.get(id) ?? [], { from: validFrom, to: validTo }));
    }
  }
  return inForce;
}

/** What is left of some days without others: before them, after them, both or nothing. */
export function withoutDays(days: readonly Days[], taken: Days): Days[] {
  return days.flatMap((one) => {
    if (!meet(one, taken)) return [one];
    const before = one.from < taken.from ? [{ from: one.from, to: addDays(taken.from, -1) }] : [];
    const goesOn = taken.to !== null && taken.to < (one.to ?? LAST_DAY);
    return [...before, ...(goesOn ? [{ from: addDays(taken.to, 1), to: one.to }] : [])];
  });
}

/** Whether there is a day that lies in both. */
export function meet(one: Days, other: Days): boolean {
  return one.from <= (other.to ?? LAST_DAY) && other.from <= (one.to ?? LAST_DAY);
}

/** "1 Agustus 2026 s.d. 31 Desember 2026". */
export function daysWords({ from, to }: Days): string {
  return `${formatDate(from)} s.d. ${to === null ? 'seterusnya' : formatDate(to)}`;
}

/** Compares as a day after every other. */
const LAST_DAY = '9999-12-31';
