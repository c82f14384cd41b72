import type { FundingSources } from '../funding/funding-source.js';
import type { BidangStarts } from '../bidang/bidang-start.js';
import { policyResolver, type PolicyResolver } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { invariant } from '../shared/invariant.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { calculateComponent, exclude } from './calculate-component.js';
import { explainAbsence } from './explain-absence.js';
import { explainNotStarted, startedSpans } from './explain-not-started.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import type { ActiveSpans, KaderFacts } from './kader-month.js';
import { lumpsOfLeaver } from './lumps-of-leaver.js';
import { paidUnder, type NotAdded } from './paid-under.js';

/** The rules a calculation runs by: every policy version and budget line that may apply. */
export interface HonorRules {
  readonly policies: readonly PolicyVersion[];
  readonly sources: FundingSources;
  /** Where bidang start in phases. */
  readonly starts: BidangStarts;
}

export interface KaderMonthHonor {
  readonly lines: readonly HonorLine[];
  readonly exclusions: readonly Exclusion[];
}

/**
 * The honor of one kader for one month. Everyone gets lines or exclusions: nobody is passed over.
 *
 * @param resolve shared by those who calculate many, so that each place's policies are found once
 * @throws DomainError when a rule is missing (no policy, no rate, no funding source): that is nobody's zero
 */
export function calculateKaderMonth(
  kader: KaderFacts,
  month: ServiceMonth,
  rules: HonorRules,
  resolve: PolicyResolver = policyResolver(rules.policies),
): KaderMonthHonor {
  const absence = explainAbsence(kader, month) ?? explainNotStarted(kader, month, rules.starts);
  if (absence !== undefined) return lumpsOfLeaver(kader, absence, rules, resolve);
  const spans = startedSpans(kader, month, rules.starts);
  invariant(isNotEmpty(spans), 'a kader who is not absent is active');
  const under = paidUnder(spans, resolve);
  if (under === undefined) {
    return { lines: [], exclusions: [exclude(kader, month, 'honor.moved-within-month')] };
  }
  const lines: HonorLine[] = [];
  const exclusions: Exclusion[] = [];
  for (const part of under.parts) {
    const { spans: partSpans, components } = part;
    const worked = { kader, month, spans: partSpans, components, starts: rules.starts };
    for (const component of part.version.policy.components) {
      const outcome = calculateComponent(component, worked, part.version, rules.sources);
      if ('shares' in outcome) lines.push(outcome);
      else exclusions.push(outcome);
    }
  }
  // Two versions that each hold for a part of the month say it once.
  const answered = new Set([...lines, ...exclusions].map(({ component }) => component));
  for (const one of under.notAdded.flatMap((notAdded) => excludeNotAdded(kader, month, notAdded))) {
    if (!answered.has(one.component)) exclusions.push(one);
    answered.add(one.component);
  }
  return { lines, exclusions };
}

function excludeNotAdded(
  kader: KaderFacts,
  month: ServiceMonth,
  { version: { policy }, code, facts }: NotAdded,
): Exclusion[] {
  return policy.components.map((component) =>
    exclude(kader, month, code, component, { policy: policy.code, ...facts }),
  );
}

function isNotEmpty(spans: readonly ActiveSpans[0][]): spans is ActiveSpans {
  return spans.length > 0;
}
