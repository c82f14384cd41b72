import type { FundingSources } from '../funding/funding-source.js';
import type { HonorComponent } from '../policy/honor-policy.js';
import { selectPolicy, type PolicyVersion } from '../policy/select-policy.js';
import { DomainError } from '../shared/domain-error.js';
import { invariant } from '../shared/invariant.js';
import { sumRupiah } from '../shared/rupiah.js';
import { fiscalYearOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import { componentAmount } from './component-amount.js';
import { explainAbsence } from './explain-absence.js';
import { fundEarnedAmounts } from './fund-earned-amounts.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import { activeSpans, type ActiveSpans, type KaderFacts } from './kader-month.js';
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
 * @throws DomainError when a rule is missing (no policy, no rate, no funding source): that is nobody's zero
 */
export function calculateKaderMonth(
  kader: KaderFacts,
  month: ServiceMonth,
  rules: HonorRules,
): KaderMonthHonor {
  const absence = explainAbsence(kader, month);
  if (absence !== undefined) return { lines: [], exclusions: [absence] };
  const spans = activeSpans(kader, month);
  invariant(isNotEmpty(spans), 'a kader who is not absent is active');
  const version = policyFor(spans, rules.policies);
  if (version === undefined)
    return { lines: [], exclusions: [exclude(kader, month, 'honor.moved-within-month')] };
  const outcomes = version.policy.components.map((component) =>
    calculateComponent({ kader, month, spans, version, sources: rules.sources }, component),
  );
  return {
    lines: outcomes.filter((outcome) => 'shares' in outcome),
    exclusions: outcomes.filter((outcome) => 'code' in outcome),
  };
}

interface PayableMonth {
  readonly kader: KaderFacts;
  readonly month: ServiceMonth;
  readonly spans: ActiveSpans;
  readonly version: PolicyVersion;
  readonly sources: FundingSources;
}

function calculateComponent(payable: PayableMonth, component: HonorComponent): HonorLine | Exclusion {
  const { kader, month, spans, version, sources } = payable;
  const outcome = componentAmount(component, kader, month, spans);
  if ('excluded' in outcome) return exclude(kader, month, outcome.excluded, component);
  const funded = fundEarnedAmounts(outcome.earned, component.funding, fiscalYearOf(month), sources);
  const [{ appointment }] = spans;
  return {
    kaderId: kader.id,
    month,
    component: component.code,
    policyId: version.id,
    appointmentId: appointment.id,
    nagariCode: appointment.nagariCode,
    amount: sumRupiah(outcome.earned.map((earned) => earned.amount)),
    shares: funded.shares,
    reasons: [policyReason(version), ...spans.map(appointmentReason), ...outcome.reasons, ...funded.reasons],
  };
}

/** The one policy that covers all spans; undefined when the spans lie under different policies. */
function policyFor(spans: ActiveSpans, policies: readonly PolicyVersion[]): PolicyVersion | undefined {
  const found = spans.map(({ appointment: { nagariCode }, from, to }) => {
    const version = selectPolicy(policies, nagariCode, from, to);
    if (version !== undefined) return version;
    throw new DomainError('missing', 'honor.no-policy', { nagari: nagariCode, from, to });
  });
  return found.every((version) => version.id === found[0]?.id) ? found[0] : undefined;
}

function policyReason({ policy, version }: PolicyVersion): Reason {
  return { step: 'policy', policy: policy.code, version, legalBasis: policy.legalBasis.number };
}

function appointmentReason({ appointment, from, to }: ActiveSpans[0]): Reason {
  return { step: 'appointment', sk: appointment.skNumber, from, to };
}

function exclude(
  kader: KaderFacts,
  month: ServiceMonth,
  code: Exclusion['code'],
  component?: HonorComponent,
): Exclusion {
  const facts = { month: formatMonth(month), ...(component && { component: component.name }) };
  return { kaderId: kader.id, month, component: component?.code ?? null, code, facts };
}

function isNotEmpty(spans: readonly ActiveSpans[0][]): spans is ActiveSpans {
  return spans.length > 0;
}
