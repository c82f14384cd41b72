import type { HonorComponent, LumpComponent, ThirteenthMonthComponent } from '../policy/honor-component.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { nextMonth, serviceMonth, type ServiceMonth } from '../shared/service-month.js';
import type { WorkedMonth } from './component-outcome.js';
import { startedSpans } from './explain-not-started.js';
import type { ActiveSpan } from './kader-month.js';

/** What is paid at once for several months. */
export type OnceComponent = LumpComponent | ThirteenthMonthComponent;

/** Months of her service for which one version of a policy pays at once. */
export interface LumpPart {
  readonly version: PolicyVersion;
  readonly component: OnceComponent;
  readonly served: number;
  /** The months of its period, served or not. */
  readonly ofMonths: number;
}

export interface LumpMonths {
  readonly parts: readonly LumpPart[];
  /** She served, but no policy there had it then: no decree, no honor. */
  readonly withoutPolicy: readonly ServiceMonth[];
}

/**
 * The months that a component by months served pays for in the month she is worked out for: those with a day of
 * service, in a bidang that had started there, under a policy that had it then. Of a month within which it changed
 * the first such day counts.
 */
export function lumpMonths(
  component: OnceComponent,
  { kader, month: paid, starts, resolve }: WorkedMonth,
): LumpMonths {
  const parts = new Map<number, LumpPart>();
  const withoutPolicy: ServiceMonth[] = [];
  const start = lumpPeriodStart(component.paidIn, paid) ?? paid;
  for (let month = januaryOf(paid); month <= paid; month = nextMonth(month)) {
    const spans = startedSpans(kader, month, starts);
    if (spans.length === 0) continue;
    const found = firstInForce(component, spans, resolve);
    if (found === undefined) {
      if (month >= start) withoutPolicy.push(month);
    } else if (paysFor(found.component, month, paid)) {
      const known = parts.get(found.version.id);
      const ofMonths = monthsUpTo(found.component, paid);
      parts.set(found.version.id, { ...found, ofMonths, served: (known?.served ?? 0) + 1 });
    }
  }
  return { parts: [...parts.values()], withoutPolicy };
}

/** The first month that a lump of this month is for: after the one paid before it, or January. Undefined when none is paid. */
export function lumpPeriodStart(paidIn: readonly number[], paid: ServiceMonth): ServiceMonth | undefined {
  const month = monthNumber(paid);
  if (!paidIn.includes(month)) return undefined;
  const start = (paidIn.filter((one) => one < month).at(-1) ?? 0) + 1;
  return serviceMonth(`${paid.slice(0, 4)}-${String(start).padStart(2, '0')}`);
}

/** Whether a component is paid by months served, and pays for a month in this later one. */
export function paysByMonths(
  component: HonorComponent,
  month: ServiceMonth,
  paid: ServiceMonth,
): component is OnceComponent {
  return isByMonths(component) && paysFor(component, month, paid);
}

export function januaryOf(month: ServiceMonth): ServiceMonth {
  return serviceMonth(`${month.slice(0, 4)}-01`);
}

function firstInForce(
  { code, kind }: OnceComponent,
  spans: readonly ActiveSpan[],
  resolve: WorkedMonth['resolve'],
): Pick<LumpPart, 'version' | 'component'> | undefined {
  for (const { appointment, from, to } of spans) {
    for (const { set } of resolve(appointment, from, to)) {
      const component = set?.components.get(code);
      if (set === undefined || component?.kind !== kind || !isByMonths(component)) continue;
      const version = [set.base, ...set.topUps].find(({ policy }) => policy.components.includes(component));
      if (version !== undefined) return { version, component };
    }
  }
  return undefined;
}

function isByMonths(component: HonorComponent): component is OnceComponent {
  return 'paidIn' in component && component.proration === 'months-served';
}

function paysFor({ paidIn }: OnceComponent, month: ServiceMonth, paid: ServiceMonth): boolean {
  return paidIn.find((one) => one >= monthNumber(month)) === monthNumber(paid);
}

function monthsUpTo({ paidIn }: OnceComponent, paid: ServiceMonth): number {
  const start = lumpPeriodStart(paidIn, paid) ?? paid;
  return monthNumber(paid) - monthNumber(start) + 1;
}

function monthNumber(month: ServiceMonth): number {
  return Number(month.slice(5));
}
