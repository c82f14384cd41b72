import type { FundingSources } from '../funding/funding-source.js';
import type { BidangStarts } from '../bidang/bidang-start.js';
import { policyResolver, type PolicyResolver } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { invariant } from '../shared/invariant.js';
import type { ServiceMonth } from '../shared/service-month.js';
import { calculateComponent, exclude } from './calculate-component.js';
import { calculateMixedMonth } from './calculate-mixed-month.js';
import type { WorkedMonth } from './component-outcome.js';
import { explainAbsence } from './explain-absence.js';
import { explainNotStarted, startedSpans } from './explain-not-started.js';
import { explainForgotten } from './explain-forgotten.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import type { ActiveSpans, KaderFacts } from './kader-month.js';
import { isAnyPaidAtOnce, lumpsOfEarlier, lumpsOfLeaver } from './lumps-of-earlier.js';
import type { ExclusionCode } from './reason.js';
import { paidUnder, type NotAdded, type Stay } from './paid-under.js';

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
  const forgotten = explainForgotten(kader, month);
  if (forgotten !== undefined) return { lines: [], exclusions: [forgotten] };
  const absence = explainAbsence(kader, month) ?? explainNotStarted(kader, month, rules.starts);
  if (absence !== undefined) return lumpsOfLeaver({ kader, month, rules, resolve }, absence);
  const spans = startedSpans(kader, month, rules.starts);
  invariant(isNotEmpty(spans), 'a kader who is not absent is active');
  const under = paidUnder(spans, resolve);
  const [stay, ...others] = under.stays;
  const { lines, exclusions } =
    stay !== undefined && others.length === 0
      ? calculateStay({ kader, month, starts: rules.starts, resolve }, stay, rules.sources)
      : calculateMixedMonth({ kader, month, starts: rules.starts, resolve }, under.stays, rules.sources);
  // Most months are in force as a whole.
  if (under.notAdded.length > 0) addNotAdded({ kader, month }, under.notAdded, { lines, exclusions });
  if (!isAnyPaidAtOnce(rules.policies, month)) return { lines, exclusions };
  return withLumpsOfEarlier({ kader, month, rules, resolve }, { lines, exclusions });
}

/** Why the policies of a month do not pay what those of earlier months may. */
const mayBeEarlier: ReadonlySet<ExclusionCode> = new Set([
  'honor.paid-in-other-month',
  'honor.top-up-not-whole-month',
  'honor.top-up-of-other-policy',
]);

function withLumpsOfEarlier(
  asked: Parameters<typeof lumpsOfEarlier>[0],
  { lines, exclusions }: KaderMonthHonor,
): KaderMonthHonor {
  const final = exclusions.filter(({ code }) => !mayBeEarlier.has(code));
  const earlier = lumpsOfEarlier(asked, new Set([...lines, ...final].map(({ component }) => component)));
  if (earlier.lines.length === 0) return { lines, exclusions };
  const paid = new Set<string | null>(earlier.lines.map(({ component }) => component));
  const others = exclusions.filter(({ component }) => !paid.has(component));
  return { lines: [...lines, ...earlier.lines], exclusions: others };
}

function calculateStay(
  { kader, month, starts, resolve }: Pick<WorkedMonth, 'kader' | 'month' | 'starts' | 'resolve'>,
  stay: Stay,
  sources: FundingSources,
) {
  const lines: HonorLine[] = [];
  const exclusions: Exclusion[] = [];
  for (const { version, spans, components, notYet } of stay) {
    const worked = { kader, month, spans, components, notYet, starts, resolve };
    for (const component of version.policy.components) {
      const outcome = calculateComponent(component, worked, version, sources);
      if ('shares' in outcome) lines.push(outcome);
      else exclusions.push(outcome);
    }
  }
  return { lines, exclusions };
}

/** Two versions that each hold for a part of the month say it once. */
function addNotAdded(
  { kader, month }: Pick<WorkedMonth, 'kader' | 'month'>,
  notAdded: readonly NotAdded[],
  { lines, exclusions }: { readonly lines: readonly HonorLine[]; readonly exclusions: Exclusion[] },
): void {
  const answered = new Set([...lines, ...exclusions].map(({ component }) => component));
  for (const one of notAdded.flatMap((version) => excludeNotAdded(kader, month, version))) {
    if (!answered.has(one.component)) exclusions.push(one);
    answered.add(one.component);
  }
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
