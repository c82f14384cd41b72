import type { FundingSources } from '../funding/funding-source.js';
import { isMonthly, type HonorComponent } from '../policy/honor-component.js';
import { groupBy } from '../shared/group-by.js';
import { daysIn, type ServiceMonth } from '../shared/service-month.js';
import { calculateComponent, exclude } from './calculate-component.js';
import { formatDate } from '../shared/plain-date.js';
import type { WorkedMonth } from './component-outcome.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import { joinByDays, type DaysMember } from './join-by-days.js';
import type { ActiveSpan, KaderFacts } from './kader-month.js';
import { daysOf } from './amount-by-days.js';
import type { PaidUnder, Stay } from './paid-under.js';

/** A component as one of several stays of a month has it. */
interface Member {
  readonly component: HonorComponent;
  readonly part: PaidUnder;
  readonly stay: number;
}

interface MixedMonth {
  readonly kader: KaderFacts;
  readonly month: ServiceMonth;
  readonly starts: WorkedMonth['starts'];
  readonly resolve: WorkedMonth['resolve'];
  readonly sources: FundingSources;
  readonly spans: readonly ActiveSpan[];
}

/**
 * The honor of a month that lies under several policies that stand by themselves, because she moved or because one
 * began within it. What is prorated by days is paid by each for its days; anything else where she was first, so that
 * a month is never worth more than one.
 */
export function calculateMixedMonth(
  { kader, month, starts, resolve }: Pick<MixedMonth, 'kader' | 'month' | 'starts' | 'resolve'>,
  stays: readonly Stay[],
  sources: FundingSources,
): { readonly lines: HonorLine[]; readonly exclusions: Exclusion[] } {
  const members = stays.flatMap((parts, stay) =>
    parts.flatMap((part) => part.version.policy.components.map((component) => ({ component, part, stay }))),
  );
  const spans = stays.flatMap(([base]) => base.spans).sort((one, other) => (one.from < other.from ? -1 : 1));
  const mixed = { kader, month, starts, resolve, sources, spans };
  const groups = groupBy(members, (member) => kindOfPay(member, members));
  const outcomes = [...groups.values()].flatMap((group) => payInTurn(mixed, group));
  const lines = outcomes.filter(isLine);
  const paid = new Set(lines.map(({ component }) => component));
  const answered = new Set<string | null>(paid);
  const exclusions: Exclusion[] = [];
  for (const outcome of outcomes) {
    if (isLine(outcome) || answered.has(outcome.component)) continue;
    answered.add(outcome.component);
    exclusions.push(outcome);
  }
  return { lines, exclusions };
}

function isLine(outcome: HonorLine | Exclusion): outcome is HonorLine {
  return 'shares' in outcome;
}

/** Components of one code are one pay, whoever pays; of different codes, those of one kind are. */
function kindOfPay({ component, stay }: Member, members: readonly Member[]): string {
  const isShared = members.some((other) => other.component.code === component.code && other.stay !== stay);
  if (isShared) return `code ${component.code}`;
  if (isMonthly(component)) return 'monthly';
  return 'paidIn' in component ? 'lump' : 'activity';
}

/** What the stays so far are paid. */
interface Turn {
  readonly outcomes: (HonorLine | Exclusion)[];
  readonly byDays: DaysMember[];
  /** Paid a month otherwise than by its days: nothing of it is left. */
  whole: PaidUnder | undefined;
}

/** One stay after the other: the next is paid only what the ones before have left. */
function payInTurn(mixed: MixedMonth, group: readonly Member[]): (HonorLine | Exclusion)[] {
  if (isChangeByDays(mixed, group)) return payEachItsDays(mixed, group);
  const turn: Turn = { outcomes: [], byDays: [], whole: undefined };
  for (const members of groupBy(group, ({ stay }) => stay).values()) {
    // What one stay pays beside each other does not stand in its own way.
    const { whole, byDays } = turn;
    const isRest = byDays.length > 0;
    for (const member of members) {
      if (whole !== undefined) turn.outcomes.push(paidElsewhere(mixed, member.component, whole));
      else payMember(mixed, member, turn, isRest);
    }
  }
  return [...joinByDays(turn.byDays, daysIn(mixed.month), mixed.sources), ...turn.outcomes];
}

function payMember(mixed: MixedMonth, { component, part }: Member, turn: Turn, isRest: boolean): void {
  const worked = workedUnder(mixed, part, component, !isRest);
  const turned = isRest ? restByDays(component) : component;
  const proration = isMonthly(turned) ? turned.proration : null;
  if (isMonthly(turned) && proration === 'by-days') {
    turn.byDays.push({ component: turned, worked, version: part.version });
  } else if (isRest && proration === 'from-next-month') {
    turn.outcomes.push(fromNextMonth(mixed, turned, part));
  } else {
    const outcome = calculateComponent(turned, worked, part.version, mixed.sources);
    if (isLine(outcome)) turn.whole = part;
    turn.outcomes.push(isLine(outcome) ? withFirstPlace(outcome, mixed, part) : outcome);
  }
}

/** She stayed at one place: then only a policy that is paid by days has cut her month. */
function isChangeByDays({ spans: [first, ...later] }: MixedMonth, group: readonly Member[]): boolean {
  const stayed = later.every(
    ({ appointment }) =>
      appointment.nagariCode === first?.appointment.nagariCode &&
      appointment.bidang === first.appointment.bidang,
  );
  return stayed && group.every(({ component }) => isMonthly(component));
}

/** What the month is worth by the rule of the first, each policy for its part of her days. */
function payEachItsDays(mixed: MixedMonth, group: readonly Member[]): (HonorLine | Exclusion)[] {
  const { kader, month, starts, resolve, spans, sources } = mixed;
  const outcomes: (HonorLine | Exclusion)[] = [];
  const members: DaysMember[] = [];
  let ofDays: number | undefined;
  for (const [lead, ...others] of groupBy(group, ({ component }) => component.code).values()) {
    const whole = wholeMonth(mixed, lead);
    if (!isLine(whole)) {
      outcomes.push(whole);
      continue;
    }
    ofDays ??= isPartOfMonth(lead.component) ? daysIn(month) : daysOf(spans);
    for (const { component, part } of [lead, ...others]) {
      if (!isMonthly(component)) continue;
      const { spans: own, components } = part;
      const worked = { kader, month, spans: own, components, starts, resolve };
      members.push({ component: { ...component, proration: 'by-days' }, worked, version: part.version });
    }
  }
  return [...outcomes, ...joinByDays(members, ofDays ?? daysIn(month), sources)];
}

/** What she would have, were it in force on all her days: a rule that gives her nothing for them gives no part. */
function wholeMonth(
  { kader, month, starts, resolve, spans, sources }: MixedMonth,
  { component, part }: Member,
): HonorLine | Exclusion {
  const [own] = part.spans;
  const [first = own, ...later] = spans;
  const { components } = part;
  const worked = { kader, month, spans: [first, ...later] as const, components, starts, resolve };
  return calculateComponent(component, worked, part.version, sources);
}

function isPartOfMonth(component: HonorComponent): boolean {
  if (!isMonthly(component)) return false;
  return component.proration === 'by-days' || typeof component.proration === 'object';
}

/** For half a month all her days count, wherever they were; everything else is judged by the days of the stay. */
function workedUnder(
  { kader, month, starts, resolve, spans }: MixedMonth,
  { spans: own, components, notYet }: PaidUnder,
  component: HonorComponent,
  isFirst: boolean,
) {
  const countsAll = isFirst && isMonthly(component) && typeof component.proration === 'object';
  const later = countsAll ? spans.filter((span) => span.from > own[0].from && !own.includes(span)) : [];
  return { kader, month, spans: [...own, ...later] as const, components, notYet, starts, resolve };
}

/** Of a month that was paid in part by days, a month in full or in half is worth its days too. */
function restByDays(component: HonorComponent): HonorComponent {
  if (!isMonthly(component)) return component;
  const { proration } = component;
  const isRest = proration === 'full-month' || typeof proration === 'object';
  return isRest ? { ...component, proration: 'by-days' } : component;
}

function withFirstPlace(line: HonorLine, { spans }: MixedMonth, { spans: own }: PaidUnder): HonorLine {
  const last = own.at(-1);
  if (last === undefined || spans.at(-1) === last) return line;
  return { ...line, reasons: [...line.reasons, { step: 'month-of-first-place', until: last.to }] };
}

function paidElsewhere(
  { kader, month }: MixedMonth,
  component: HonorComponent,
  { version }: PaidUnder,
): Exclusion {
  const facts = { policy: version.policy.code };
  return exclude(kader, month, 'honor.month-paid-elsewhere', component, facts);
}

function fromNextMonth(
  { kader, month }: MixedMonth,
  component: HonorComponent,
  { spans: [span] }: PaidUnder,
): Exclusion {
  const facts = { startsOn: formatDate(span.from) };
  return exclude(kader, month, 'honor.paid-from-next-month', component, facts);
}
