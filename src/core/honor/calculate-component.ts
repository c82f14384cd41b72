import type { FundingSources } from '../funding/funding-source.js';
import type { CarriedSoFar } from '../funding/room-left.js';
import type { HonorComponent } from '../policy/honor-component.js';
import type { PolicyVersion } from '../policy/select-policy.js';
import { sumRupiah } from '../shared/rupiah.js';
import { fiscalYearOf, formatMonth, type ServiceMonth } from '../shared/service-month.js';
import { componentAmount } from './component-amount.js';
import type { ComponentOutcome, EarnedAmount, WorkedMonth } from './component-outcome.js';
import { notStartedReasons } from './explain-not-started.js';
import { fundEarnedAmounts } from './fund-earned-amounts.js';
import type { Exclusion, HonorLine } from './honor-line.js';
import type { ActiveSpan, ActiveSpans, KaderFacts } from './kader-month.js';
import type { NotYet } from './pieces-of-month.js';
import { policyStep, type Reason } from './reason.js';

/** One component of a policy for one kader and month: its line with the budget lines that carry it, or why none. */
export function calculateComponent(
  component: HonorComponent,
  worked: WorkedMonth,
  version: PolicyVersion,
  sources: FundingSources,
): HonorLine | Exclusion {
  return lineOf(component, worked, version, sources, componentAmount(component, worked));
}

/**
 * The line of what was worked out, on the budget lines of the component.
 *
 * @param carried by other parts of the same component and month; undefined = it is the only one
 */
export function lineOf(
  component: HonorComponent,
  worked: WorkedMonth,
  version: PolicyVersion,
  sources: FundingSources,
  outcome: ComponentOutcome,
  carried?: CarriedSoFar,
): HonorLine | Exclusion {
  const { kader, month, spans } = worked;
  if ('excluded' in outcome) return exclude(kader, month, outcome.excluded, component, outcome.facts);
  const amount = sumRupiah(outcome.earned.map((earned) => earned.amount));
  if (amount === 0n) return exclude(kader, month, 'honor.below-one-rupiah', component);
  const earned = inOrderOfTime(outcome.earned, spans);
  const funded = fundEarnedAmounts(earned, component.funding, fiscalYearOf(month), sources, carried);
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
      ...notStartedReasons(worked),
      ...(worked.notYet == null ? [] : [notYetReason(worked.notYet)]),
      ...outcome.reasons,
      ...funded.reasons,
    ],
  };
}

/** The nagari where she served first comes first. */
function inOrderOfTime(earned: readonly EarnedAmount[], spans: ActiveSpans): readonly EarnedAmount[] {
  if (earned.length < 2) return earned;
  const places = spans.map(({ appointment }) => appointment.nagariCode);
  return [...earned].sort((one, other) => places.indexOf(one.nagariCode) - places.indexOf(other.nagariCode));
}

function policyReasons(version: PolicyVersion): Reason[] {
  const { topsUp } = version.policy;
  const reason = policyStep(version);
  return topsUp === null ? [reason] : [reason, { step: 'tops-up', floorPolicy: topsUp }];
}

function notYetReason({ version: { policy, version }, from }: NotYet): Reason {
  return { step: 'policy-from-next-month', policy: policy.code, version, from };
}

function appointmentReason({ appointment, from, to }: ActiveSpan): Reason {
  return { step: 'appointment', sk: appointment.skNumber, from, to };
}

/** That a kader gets nothing for a month, or for one component of it, and why. */
export function exclude(
  kader: KaderFacts,
  month: ServiceMonth,
  code: Exclusion['code'],
  component?: HonorComponent,
  more: Exclusion['facts'] = {},
): Exclusion {
  const facts = { month: formatMonth(month), ...(component && { component: component.name }), ...more };
  return { kaderId: kader.id, month, component: component?.code ?? null, code, facts };
}
