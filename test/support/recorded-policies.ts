import { daysInForce } from '../../src/core/policy/days-in-force.js';
import type { HonorPolicy } from '../../src/core/policy/honor-policy.js';
import { planSupersession, type PlacedVersion } from '../../src/core/policy/plan-supersession.js';
import type { PolicyVersion } from '../../src/core/policy/select-policy.js';

/** A policy after those before it, as an import would record it. @throws what an import refuses */
export function recorded(policy: HonorPolicy, before: readonly PlacedVersion[]): PlacedVersion {
  const { code, scope, topsUp, opd, validFrom, validTo } = policy;
  const version = before.filter((one) => one.code === code).length + 1;
  const supersedes = planSupersession(policy, before);
  const place = { scope, topsUp, bidang: opd?.bidang ?? null };
  return {
    id: before.length + 1,
    code,
    version,
    ...place,
    validFrom,
    validTo,
    supersedes,
    isWithdrawn: false,
  };
}

/** What is in force of policies that were imported one after the other. */
export function versionsInForce(policies: readonly HonorPolicy[]): PolicyVersion[] {
  const versions: PlacedVersion[] = [];
  for (const policy of policies) versions.push(recorded(policy, versions));
  const inForce = daysInForce(versions);
  return versions.flatMap(({ id, version }, index) => {
    const policy = policies[index];
    if (policy === undefined) return [];
    return (inForce.get(id) ?? []).map(({ from, to }) => ({
      ...{ id, version },
      policy: { ...policy, validFrom: from, validTo: to },
    }));
  });
}
