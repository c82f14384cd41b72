import { liesIn } from '../region/region.js';
import type { PlainDate } from '../shared/plain-date.js';
import type { HonorPolicy } from './honor-policy.js';

/** A policy version with the identity the database gave it. */
export interface PolicyVersion {
  readonly id: number;
  readonly version: number;
  readonly policy: HonorPolicy;
}

/**
 * The policy that holds for a nagari over whole days from `from` to `to`: of those whose validity covers all of
 * them, the one of the most specific region. Undefined when none does (control C1: no honor outside the
 * validity of its decree).
 */
export function selectPolicy(
  versions: readonly PolicyVersion[],
  nagariCode: string,
  from: PlainDate,
  to: PlainDate,
): PolicyVersion | undefined {
  return versions
    .filter(({ policy }) => liesIn(nagariCode, policy.scope))
    .filter(({ policy }) => policy.validFrom <= from && (policy.validTo === null || to <= policy.validTo))
    .sort((one, other) => other.policy.scope.length - one.policy.scope.length)[0];
}
