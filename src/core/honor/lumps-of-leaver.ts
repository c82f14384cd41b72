import { hasStarted, type BidangStarts } from '../bidang/bidang-start.js';
import type { FundingSources } from '../funding/funding-source.js';
import type { HonorComponent } from '../policy/honor-component.js';
import type { PolicyResolver, PolicySet } from '../policy/resolve-policies.js';
import type { PlainDate } from '../shared/plain-date.js';
import { firstDayOf, monthOf, type ServiceMonth } from '../shared/service-month.js';
import { calculateComponent } from './calculate-component.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import { activeSpans, lastDayServed, type ActiveSpan, type KaderFacts } from './kader-month.js';
import { lumpPeriodStart } from './lump-amount.js';

/**
 * What is still due in a month to a kader who is no longer active in it: her part of what is paid at once for a
 * period she served in, by the policy of her last days. For everything else the absence stands. Whoever died earned
 * her part like whoever left; it goes to her heir.
 */
export function lumpsOfLeaver(
  kader: KaderFacts,
  absence: Exclusion,
  { sources, starts }: { readonly sources: FundingSources; readonly starts: BidangStarts },
  resolve: PolicyResolver,
): { readonly lines: readonly HonorLine[]; readonly exclusions: readonly Exclusion[] } {
  const { month } = absence;
  const span = lastSpan(kader, month, starts);
  const set = span === undefined ? undefined : setOfLastDay(span, resolve);
  if (span === undefined || set === undefined) return { lines: [], exclusions: [absence] };
  const lines: HonorLine[] = [];
  const others: Exclusion[] = [];
  const worked = { kader, month, spans: [span] as const, components: set.components, starts };
  for (const version of [set.base, ...set.topUps]) {
    for (const component of version.policy.components) {
      const outcome = isDue(component, span, month)
        ? calculateComponent(component, worked, version, sources)
        : { ...absence, component: component.code };
      if ('shares' in outcome) lines.push(outcome);
      else others.push(outcome);
    }
  }
  const nothingDue = lines.length === 0 && others.every(({ code }) => code === absence.code);
  return { lines, exclusions: nothingDue ? [absence] : others };
}

function setOfLastDay({ appointment, to }: ActiveSpan, resolve: PolicyResolver): PolicySet | undefined {
  return resolve(appointment, to, to)[0]?.set;
}

/** Paid for the month, by months served, and she served in its period. */
function isDue(component: HonorComponent, span: ActiveSpan, month: ServiceMonth): boolean {
  if (!('paidIn' in component) || component.proration !== 'months-served') return false;
  const start = lumpPeriodStart(component.paidIn, month);
  return start !== undefined && monthOf(span.from) >= start;
}

/** Her last days before a month in a bidang that had started, when they were in the same year. */
function lastSpan(kader: KaderFacts, month: ServiceMonth, starts: BidangStarts): ActiveSpan | undefined {
  const year = firstDayOf(month).slice(0, 5);
  let last: PlainDate | undefined;
  for (const appointment of kader.appointments) {
    const end = lastDayServed(kader, appointment);
    if (end === null || end < appointment.from || end >= firstDayOf(month)) continue;
    if (!hasStarted(starts, appointment, monthOf(end))) continue;
    if (end.startsWith(year) && (last === undefined || end > last)) last = end;
  }
  return last === undefined ? undefined : activeSpans(kader, monthOf(last)).at(-1);
}
