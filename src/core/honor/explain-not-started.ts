import { hasStarted, startOf, type BidangStarts } from '../bidang/bidang-start.js';
import { formatMonth, type ServiceMonth } from '../shared/service-month.js';
import type { WorkedMonth } from './component-outcome.js';
import type { Exclusion } from './honor-line.js';
import { activeSpans, type ActiveSpan, type KaderFacts } from './kader-month.js';
import type { Reason } from './reason.js';

/** The spans of a month in which she served in a bidang that had started where she was. */
export function startedSpans(kader: KaderFacts, month: ServiceMonth, starts: BidangStarts): ActiveSpan[] {
  const spans = activeSpans(kader, month);
  if (starts.kabupaten.size === 0) return spans;
  return spans.filter(({ appointment }) => hasStarted(starts, appointment, month));
}

/** The days of a month that do not count because her bidang had not started where she served. */
export function notStartedReasons({
  kader,
  month,
  starts,
}: Pick<WorkedMonth, 'kader' | 'month' | 'starts'>): Reason[] {
  if (starts.kabupaten.size === 0) return [];
  return activeSpans(kader, month)
    .filter(({ appointment }) => !hasStarted(starts, appointment, month))
    .map(({ appointment: { bidang }, from, to }) => ({ step: 'bidang-not-started', bidang, from, to }));
}

/**
 * Why a kader who is active earns nothing in a month: her bidang starts later where she serves, or is not said to
 * start there while other bidang are. Undefined when some of her service is in a bidang that has started.
 */
export function explainNotStarted(
  kader: KaderFacts,
  month: ServiceMonth,
  starts: BidangStarts,
): Exclusion | undefined {
  if (starts.kabupaten.size === 0 || startedSpans(kader, month, starts).length > 0) return undefined;
  const last = activeSpans(kader, month).at(-1);
  if (last === undefined) return undefined;
  const { bidang, nagariCode } = last.appointment;
  const start = startOf(starts, nagariCode, bidang);
  const common = { kaderId: kader.id, month, component: null } as const;
  const facts = { month: formatMonth(month), bidang, nagari: nagariCode };
  if (typeof start === 'string') return { ...common, code: 'honor.bidang-without-start', facts };
  const { regionName, regionCode, basis } = start;
  const said = { ...facts, start: formatMonth(start.start), place: `${regionName} (${regionCode})`, basis };
  return { ...common, code: 'honor.bidang-not-started', facts: said };
}
