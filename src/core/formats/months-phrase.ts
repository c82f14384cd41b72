import { invariant } from '../shared/invariant.js';
import { formatMonth, nextMonth, type ServiceMonth } from '../shared/service-month.js';

/**
 * Service months as a document names them: "Juli 2026", "Juli s.d. September 2026",
 * "Juli dan September 2026", "November 2025 s.d. Januari 2026".
 */
export function monthsPhrase(months: readonly ServiceMonth[]): string {
  invariant(months.length > 0, 'a document covers at least one month');
  const runs = runsOf([...new Set(months)].sort());
  const parts = runs.map((run, index) => {
    const next = runs[index + 1]?.[0];
    return runPhrase(run, next?.slice(0, 4));
  });
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} dan ${last}`;
}

/** Months in a row, grouped. */
function runsOf(sorted: readonly ServiceMonth[]): ServiceMonth[][] {
  const runs: ServiceMonth[][] = [];
  for (const month of sorted) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && nextMonth(previous) === month) run.push(month);
    else runs.push([month]);
  }
  return runs;
}

/** One run; its year is left out where the next run's says it. */
function runPhrase(run: readonly ServiceMonth[], yearAfter: string | undefined): string {
  const [first, last] = [run[0], run.at(-1)];
  invariant(first !== undefined && last !== undefined, 'a run has months');
  const end = nameBefore(last, yearAfter);
  return first === last ? end : `${nameBefore(first, last.slice(0, 4))} s.d. ${end}`;
}

function nameBefore(month: ServiceMonth, yearAfter: string | undefined): string {
  const name = formatMonth(month);
  return month.slice(0, 4) === yearAfter ? name.slice(0, -5) : name;
}
