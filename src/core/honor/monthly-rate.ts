import type { ByTierComponent, MonthlyComponent, TopUpComponent } from '../policy/honor-component.js';
import { isMonthly } from '../policy/honor-component.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { formatDate, type PlainDate } from '../shared/plain-date.js';
import { formatRupiah, type Rupiah } from '../shared/rupiah.js';
import { notEarned, type NotEarned, type WorkedMonth } from './component-outcome.js';
import type { ActiveSpan, KaderFacts, TierFacts } from './kader-month.js';
import type { RateReason } from './reason.js';

export interface MonthlyRate {
  readonly amount: Rupiah;
  readonly reason: RateReason;
}

/**
 * What a whole month of a component is worth to her as she is on the first day of a span.
 *
 * @throws DomainError `honor.rate-missing`
 */
export function monthlyRate(
  component: MonthlyComponent,
  span: ActiveSpan,
  worked: WorkedMonth,
): MonthlyRate | NotEarned {
  const { role, bidang } = span.appointment;
  switch (component.kind) {
    case 'flat-monthly':
      return rate({ step: 'flat-monthly', amount: component.amount });
    case 'by-role':
      return rate({ step: 'by-role', role, amount: amountFor(component, 'jabatan', role) });
    case 'by-tier':
      return tierRate(component, tierOn(worked.kader, span.from), span.from);
    case 'by-bidang':
      if (component.unpaid.includes(bidang)) return notEarned('honor.bidang-not-paid', { bidang });
      return rate({ step: 'by-bidang', bidang, amount: amountFor(component, 'bidang', bidang) });
    case 'top-up':
      return topUpRate(component, span, worked);
  }
}

/** Whether the worth of a month hangs on her tier, so that it changes with it. */
export function hangsOnTier(component: MonthlyComponent, { components }: WorkedMonth): boolean {
  if (component.kind === 'by-tier') return true;
  return component.kind === 'top-up' && components.get(component.of)?.kind === 'by-tier';
}

function rate(reason: RateReason): MonthlyRate {
  return { amount: reason.amount, reason };
}

function tierOn({ tiers }: KaderFacts, day: PlainDate): TierFacts | undefined {
  return tiers.find(({ from, to }) => from <= day && (to === null || day <= to));
}

function tierRate(
  component: ByTierComponent,
  held: TierFacts | undefined,
  day: PlainDate,
): MonthlyRate | NotEarned {
  if (held === undefined) {
    const { withoutTier } = component;
    return withoutTier === null
      ? notEarned('honor.tier-unknown', { day: formatDate(day) })
      : rate({ step: 'without-tier', amount: withoutTier });
  }
  const { tier, certificate, from: since } = held;
  const amount = amountFor(component, 'tingkatan', tier);
  return rate({ step: 'by-tier', tier, certificate, since, amount });
}

function topUpRate(
  component: TopUpComponent,
  span: ActiveSpan,
  worked: WorkedMonth,
): MonthlyRate | NotEarned {
  const { of, total } = component;
  const floor = worked.components.get(of);
  invariant(floor !== undefined && isMonthly(floor), 'a top-up has its floor beside it');
  const below = monthlyRate(floor, span, worked);
  if ('excluded' in below) return below;
  if (below.amount >= total) {
    const facts = { floor: formatRupiah(below.amount), total: formatRupiah(total) };
    return notEarned('honor.floor-reaches-total', facts);
  }
  const amount = total - below.amount;
  return rate({ step: 'top-up', component: of, total, floor: below.amount, amount });
}

function amountFor(
  component: MonthlyComponent & { readonly amounts: ReadonlyMap<string, Rupiah> },
  what: 'jabatan' | 'bidang' | 'tingkatan',
  value: string,
): Rupiah {
  const amount = component.amounts.get(value);
  if (amount !== undefined) return amount;
  const { code, name } = component;
  throw new DomainError('missing', 'honor.rate-missing', { component: code, name, what, value });
}
