import type {
  ByActivityKindComponent,
  PerActivityComponent,
  TransportComponent,
} from '../policy/honor-component.js';
import { earnedIn, notEarned, type ComponentOutcome, type WorkedMonth } from './component-outcome.js';
import { describeLeftOut } from './describe-left-out.js';
import type { LeftOutReason, Reason } from './reason.js';

/** One rate for each verified activity, or event travelled to, up to a maximum. */
export function activityAmount(
  component: PerActivityComponent | TransportComponent,
  worked: WorkedMonth,
): ComponentOutcome {
  const counts = worked.kader.verifiedActivities.get(worked.month);
  const verified = component.activityKinds.reduce((sum, kind) => sum + (counts?.get(kind) ?? 0), 0);
  const leftOut = leftOutOf(component.activityKinds, worked);
  if (verified === 0) return nothingVerified(leftOut);
  const { rate, kind: step } = component;
  const countMax = step === 'transport' ? component.eventCountMax : component.activityCountMax;
  const counted = Math.min(verified, countMax);
  const amount = rate * BigInt(counted);
  return earnedIn(worked, amount, [{ step, counted, verified, countMax, rate, amount }, ...leftOut]);
}

/** A rate and a maximum count for each kind of activity, and a maximum for all of them. */
export function activityKindsAmount(
  { rates, amountMax }: ByActivityKindComponent,
  worked: WorkedMonth,
): ComponentOutcome {
  const counts = worked.kader.verifiedActivities.get(worked.month);
  const reasons: Reason[] = [];
  let uncapped = 0n;
  for (const [kind, { rate, countMax }] of rates) {
    const verified = counts?.get(kind) ?? 0;
    if (verified === 0) continue;
    const counted = Math.min(verified, countMax);
    const amount = rate * BigInt(counted);
    uncapped += amount;
    reasons.push({ step: 'activity-kind', kind, counted, verified, countMax, rate, amount });
  }
  const leftOut = leftOutOf([...rates.keys()], worked);
  if (reasons.length === 0) return nothingVerified(leftOut);
  reasons.push(...leftOut);
  if (amountMax === null || uncapped <= amountMax) return earnedIn(worked, uncapped, reasons);
  return earnedIn(worked, amountMax, [...reasons, { step: 'capped', uncapped, amount: amountMax }]);
}

function leftOutOf(kinds: readonly string[], { kader, month }: WorkedMonth): LeftOutReason[] {
  return (kader.leftOutActivities?.get(month) ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, on, posyandu, why }) => ({ step: 'activity-left-out', kind, on, posyandu, why }));
}

function nothingVerified(leftOut: readonly LeftOutReason[]): ComponentOutcome {
  if (leftOut.length === 0) return notEarned('honor.no-verified-activity');
  return notEarned('honor.activities-left-out', { activities: leftOut.map(describeLeftOut).join('; ') });
}
