import type { FundingSources } from '../funding/funding-source.js';
import type { HonorComponent } from '../policy/honor-component.js';
import { policyResolver, type PolicyResolver } from '../policy/resolve-policies.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah } from '../shared/rupiah.js';
import { fiscalYearOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import { componentAmount } from './component-amount.js';
import type { WorkedMonth } from './component-outcome.js';
import { explainAbsence } from './explain-absence.js';
import { fundEarnedAmounts } from './fund-earned-amounts.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import { activeSpans, type ActiveSpans, type KaderFacts } from './kader-month.js';
import { paidUnder, type NotAdded, type PaidUnder } from './paid-under.js';
import type { Reason } from './reason.js';

/** The rules a calculation runs by: every policy version and budget line that may apply. */
export interface HonorRules {
  readonly policies: readonly PolicyVersion[];
  readonly sources: FundingSources;
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
  const absence = explainAbsence(kader, month);
  if (absence !== undefined) return { lines: [], exclusions: [absence] };
  const spans = activeSpans(kader, month);
  invariant(isNotEmpty(spans), 'a kader who is not absent is active');
  const under = paidUnder(spans, resolve);
  if (under === undefined) {
    return { lines: [], exclusions: [exclude(kader, month, 'honor.moved-within-month')] };
  }
  const lines: HonorLine[] = [];
  const exclusions: Exclusion[] = [];
  for (const part of under.parts) {
    const worked = { kader, month, spans: part.spans, components: part.components };
    for (const component of part.version.policy.components) {
      const outcome = calculateComponent(component, worked, part, rules.sources);
      if ('shares' in outcome) lines.push(outcome);
      else exclusions.push(outcome);
    }
  }
  for (const notAdded of under.notAdded) exclusions.push(...excludeNotAdded(kader, month, notAdded));
  return { lines, exclusions };
}

function calculateComponent(
  component: HonorComponent,
  worked: WorkedMonth,
  { version }: PaidUnder,
  sources: FundingSources,
): HonorLine | Exclusion {
  const { kader, month, spans } = worked;
  const outcome = componentAmount(component, worked);
  if ('excluded' in outcome) return exclude(kader, month, outcome.excluded, component, outcome.facts);
  const amount = sumRupiah(outcome.earned.map((earned) => earned.amount));
  if (amount === 0n) return exclude(kader, month, 'honor.below-one-rupiah', component);
  const funded = fundEarnedAmounts(outcome.earned, component.funding, fiscalYearOf(month), sources);
  const [{ appointment }] = spans;
  return {
    kaderId: kader.id,
    month,
    component: component.code,
    policyId: version.id,
    appointmentId: appointment.id,
    nagariCode: appointment.nagariCode,
    amount,
    shares: funded.shares,
    reasons: [
      ...policyReasons(version),
      ...spans.map(appointmentReason),
      ...outcome.reasons,
      ...funded.reasons,
    ],
  };
}

function policyReasons({ policy, version }: PolicyVersion): Reason[] {
  const { code, topsUp, legalBasis } = policy;
  const reason: Reason = { step: 'policy', policy: code, version, legalBasis: legalBasis.number };
  return topsUp === null ? [reason] : [reason, { step: 'tops-up', floorPolicy: topsUp }];
}

function appointmentReason({ appointment, from, to }: ActiveSpans[0]): Reason {
  return { step: 'appointment', sk: appointment.skNumber, from, to };
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

function exclude(
  kader: KaderFacts,
  month: ServiceMonth,
  code: Exclusion['code'],
  component?: HonorComponent,
  more: Exclusion['facts'] = {},
): Exclusion {
  const facts = { month: formatMonth(month), ...(component && { component: component.name }), ...more };
  return { kaderId: kader.id, month, component: component?.code ?? null, code, facts };
}

function isNotEmpty(spans: readonly ActiveSpans[0][]): spans is ActiveSpans {
  return spans.length > 0;
}
