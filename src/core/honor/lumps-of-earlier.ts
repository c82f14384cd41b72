import type { FundingSources } from '../funding/funding-source.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { daysInclusive } from '../shared/plain-date.js';
import { previousMonth, type ServiceMonth } from '../shared/service-month.js';
import { calculateComponent } from './calculate-component.js';
import type { WorkedMonth } from './component-outcome.js';
import { startedSpans } from './explain-not-started.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import { januaryOf, paysByMonths } from './lump-months.js';
import type { ActiveSpan } from './kader-month.js';

/** Of whom and when, and by which rules. */
interface Asked extends Pick<WorkedMonth, 'kader' | 'month' | 'resolve'> {
  readonly rules: Pick<WorkedMonth, 'starts'> & {
    readonly policies: readonly PolicyVersion[];
    readonly sources: FundingSources;
  };
}

interface PaidAtOnce {
  readonly lines: readonly HonorLine[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * What is due in a month to a kader who is no longer active in it: her part of what is paid at once for months she
 * served in. For everything else the absence stands. Whoever died earned her part like whoever left; it goes to her
 * heir.
 */
export function lumpsOfLeaver(asked: Asked, absence: Exclusion): PaidAtOnce {
  const { lines, exclusions } = lumpsOfEarlier(asked, new Set());
  if (lines.length === 0 && exclusions.length === 0) return { lines, exclusions: [absence] };
  const answered = new Set([...lines, ...exclusions].map(({ component }) => component));
  const others = lastComponents(asked).filter((component) => !answered.has(component));
  return { lines, exclusions: [...exclusions, ...others.map((component) => ({ ...absence, component }))] };
}

/**
 * What is paid at once in a month by policies she served under earlier in the year, and is not answered for by those
 * of the month itself: what is earned month by month stays hers when a policy ends, or when she moves or leaves.
 */
export function lumpsOfEarlier(asked: Asked, answered: ReadonlySet<string | null>): PaidAtOnce {
  const lines: HonorLine[] = [];
  const exclusions: Exclusion[] = [];
  const { month: paid, rules } = asked;
  if (!isAnyPaidAtOnce(rules.policies, paid)) return { lines, exclusions };
  const done = new Set(answered);
  for (const { month, span, set } of daysBackwards(asked)) {
    for (const version of [set.base, ...set.topUps]) {
      for (const component of version.policy.components) {
        if (done.has(component.code) || !paysByMonths(component, month, paid)) continue;
        done.add(component.code);
        const { components } = set;
        const { kader, resolve } = asked;
        const { starts, sources } = rules;
        const worked = { kader, month: paid, spans: [span] as const, components, starts, resolve };
        const outcome = calculateComponent(component, worked, version, sources);
        if ('shares' in outcome) lines.push(outcome);
        else exclusions.push(outcome);
      }
    }
  }
  return { lines, exclusions };
}

/** Her days of service of the year under each set of policies, the last first. */
function* daysBackwards({ kader, month: paid, resolve, rules }: Asked) {
  for (let month = paid; month >= januaryOf(paid); month = previousMonth(month)) {
    for (const { appointment, from, to } of startedSpans(kader, month, rules.starts).reverse()) {
      for (const days of [...resolve(appointment, from, to)].reverse()) {
        const span: ActiveSpan = {
          appointment,
          from: days.from,
          to: days.to,
          days: daysInclusive(days.from, days.to),
        };
        if (days.set !== undefined) yield { month, span, set: days.set };
      }
    }
  }
}

function lastComponents(asked: Asked): string[] {
  for (const { set } of daysBackwards(asked)) return [...set.components.keys()];
  return [];
}

const paidMonths = new WeakMap<readonly PolicyVersion[], ReadonlySet<number>>();

/** Whether any of the policies pays at once in such a month: nearly no month does, and a country has many kader. */
export function isAnyPaidAtOnce(policies: readonly PolicyVersion[], month: ServiceMonth): boolean {
  let known = paidMonths.get(policies);
  if (known === undefined) {
    known = new Set(policies.flatMap(({ policy }) => monthsPaid(policy)));
    paidMonths.set(policies, known);
  }
  return known.size > 0 && known.has(Number(month.slice(5)));
}

function monthsPaid({ components }: PolicyVersion['policy']): number[] {
  return components.flatMap((component) => ('paidIn' in component ? [...component.paidIn] : []));
}
