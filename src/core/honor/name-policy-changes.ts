import { firstDayOf, type ServiceMonth } from '../shared/service-month.js';
import { meet, type RecordedVersion } from '../policy/days-in-force.js';
import type { VersionName } from '../policy/supersession.js';
import type { EntitledLine, EntitlementChange } from './entitlement-changes.js';
import type { Reason } from './reason.js';

/** A version of a policy, by all that a correction says of it. */
export interface NamedVersion extends VersionName, RecordedVersion {
  /** Number of its decree. */
  readonly legalBasis: string;
  /** Why it takes the place of others; null where nobody said. */
  readonly reason: string | null;
}

/**
 * Corrections that come of another policy than the one they correct say so first, naming both: nobody should have to
 * compare two calculations to see it.
 *
 * @param versions all there are, also those no longer in force
 */
export function namePolicyChanges(
  changes: readonly EntitlementChange[],
  entitled: readonly EntitledLine[],
  versions: readonly NamedVersion[],
): EntitlementChange[] {
  const earlier = new Map(entitled.map((line) => [keyOf(line), line.policyId]));
  const byId = new Map(versions.map((version) => [version.id, version]));
  return changes.map((change) => {
    const before = byId.get(earlier.get(keyOf(change)) ?? NO_POLICY);
    if (before === undefined) return change;
    const now =
      before.id === change.policyId ? takenAwayBy(before, change, versions) : byId.get(change.policyId);
    if (now === undefined) return change;
    return { ...change, reasons: [replaced(before, now), ...change.reasons] };
  });
}

const NO_POLICY = 0;

/** A line that is taken away has no policy of its own: it is the one that has taken the place of the earlier. */
function takenAwayBy(
  before: NamedVersion,
  { month, reasons }: EntitlementChange,
  versions: readonly NamedVersion[],
): NamedVersion | undefined {
  if (reasons.length > 0) return undefined;
  return versions.findLast(
    (version) =>
      !version.isWithdrawn && version.supersedes.includes(before.id) && holdsOnFirst(version, month),
  );
}

function holdsOnFirst({ validFrom, validTo }: NamedVersion, month: ServiceMonth): boolean {
  const first = firstDayOf(month);
  return meet({ from: validFrom, to: validTo }, { from: first, to: first });
}

function replaced(before: NamedVersion, now: NamedVersion): Reason {
  return {
    step: 'policy-replaced',
    policy: before.code,
    version: before.version,
    legalBasis: before.legalBasis,
    byPolicy: now.code,
    byVersion: now.version,
    because: now.supersedes.includes(before.id) ? now.reason : null,
  };
}

function keyOf({ kaderId, month, component }: Pick<EntitledLine, 'kaderId' | 'month' | 'component'>): string {
  return `${String(kaderId)}/${month}/${component}`;
}
