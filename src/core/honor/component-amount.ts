import type {
  ByRoleComponent,
  FlatMonthlyComponent,
  HonorComponent,
  PerActivityComponent,
} from '../policy/honor-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { ExactDecimal } from '../shared/exact-decimal.js';
import { portionOf } from '../shared/rounding.js';
import type { Rupiah } from '../shared/rupiah.js';
import { splitByWeight } from '../funding/split-by-weight.js';
import { daysIn, firstDayOf, type ServiceMonth } from '../shared/service-month.js';
import type { ActiveSpan, ActiveSpans, KaderFacts } from './kader-month.js';
import type { ExclusionCode, Reason } from './reason.js';

/** What a component is worth in a month, and in which nagari it was earned. */
export interface EarnedAmount {
  readonly nagariCode: string;
  readonly amount: Rupiah;
}

export type ComponentOutcome =
  | { readonly earned: readonly EarnedAmount[]; readonly reasons: readonly Reason[] }
  | { readonly excluded: ExclusionCode };

/**
 * Works one component out for one kader and month, before it is split over sources.
 *
 * @param spans the active days of the month, at least one
 * @throws DomainError `honor.rate-missing` when a by-role component has no amount for her role
 */
export function componentAmount(
  component: HonorComponent,
  kader: KaderFacts,
  month: ServiceMonth,
  spans: ActiveSpans,
): ComponentOutcome {
  switch (component.kind) {
    case 'flat-monthly':
    case 'by-role':
      return monthlyAmount(component, month, spans);
    case 'per-activity':
      return activityAmount(component, kader, month, spans[0]);
  }
}

function monthlyAmount(
  component: FlatMonthlyComponent | ByRoleComponent,
  month: ServiceMonth,
  spans: ActiveSpans,
): ComponentOutcome {
  if (component.proration === 'by-days') return amountByDays(component, month, spans);
  const [span] = spans;
  if (component.proration === 'active-on-first' && span.from !== firstDayOf(month)) {
    return { excluded: 'honor.not-active-on-first' };
  }
  const rate = monthlyRate(component, span);
  return {
    earned: [{ nagariCode: span.appointment.nagariCode, amount: rate.amount }],
    reasons: [rate.reason],
  };
}

/** Equal rates of several spans are prorated together, so that moving house inside a month never moves a rupiah. */
function amountByDays(
  component: FlatMonthlyComponent | ByRoleComponent,
  month: ServiceMonth,
  spans: readonly ActiveSpan[],
): ComponentOutcome {
  const ofDays = daysIn(month);
  const byRate = new Map<Rupiah, { reason: Reason; spans: ActiveSpan[] }>();
  for (const span of spans) {
    const rate = monthlyRate(component, span);
    const group = byRate.get(rate.amount) ?? { reason: rate.reason, spans: [] };
    group.spans.push(span);
    byRate.set(rate.amount, group);
  }
  const earned: EarnedAmount[] = [];
  const reasons: Reason[] = [];
  for (const [rate, group] of byRate) {
    const days = group.spans.reduce((sum, span) => sum + span.days, 0);
    const amount = portionOf(rate, days, ofDays, component.rounding);
    const shares = splitByWeight(
      amount,
      group.spans.map((span) => new ExactDecimal(span.days)),
    );
    group.spans.forEach((span, index) => {
      earned.push({ nagariCode: span.appointment.nagariCode, amount: shares[index] ?? 0n });
    });
    reasons.push(group.reason);
    if (days !== ofDays) reasons.push({ step: 'prorated-by-days', days, ofDays, amount });
  }
  return { earned, reasons };
}

function monthlyRate(
  component: FlatMonthlyComponent | ByRoleComponent,
  span: ActiveSpan,
): { amount: Rupiah; reason: Reason } {
  if (component.kind === 'flat-monthly') {
    return { amount: component.amount, reason: { step: 'flat-monthly', amount: component.amount } };
  }
  const { role } = span.appointment;
  const amount = component.amounts.get(role);
  if (amount !== undefined) return { amount, reason: { step: 'by-role', role, amount } };
  throw new DomainError('missing', 'honor.rate-missing', {
    component: component.code,
    name: component.name,
    role,
  });
}

function activityAmount(
  component: PerActivityComponent,
  kader: KaderFacts,
  month: ServiceMonth,
  span: ActiveSpan,
): ComponentOutcome {
  const counts = kader.verifiedActivities.get(month);
  const verified = component.activityKinds.reduce((sum, kind) => sum + (counts?.get(kind) ?? 0), 0);
  if (verified === 0) return { excluded: 'honor.no-verified-activity' };
  const { rate, activityCountMax: countMax } = component;
  const counted = Math.min(verified, countMax);
  const amount = rate * BigInt(counted);
  return {
    earned: [{ nagariCode: span.appointment.nagariCode, amount }],
    reasons: [{ step: 'per-activity', counted, verified, countMax, rate, amount }],
  };
}
