import { DomainError } from '../../shared/domain-error.js';
import { invariant } from '../../shared/invariant.js';
import type { DeductionPolicyVersion } from '../deduction-policy.js';
import type { SlipTerms } from './slip-terms.js';

/**
 * What the slip of a tax says, stated by the version it was withheld under, or by the next of the same policy that
 * states it: a version in use is never edited, and a form asked for later must still be filled in.
 *
 * @param grade of whoever was taxed by golongan
 */
export function slipTermsOf(
  versions: readonly DeductionPolicyVersion[],
  policyId: number,
  grade: string | undefined,
): SlipTerms | DomainError {
  const applied = versions.find(({ id }) => id === policyId);
  invariant(applied !== undefined, `policy ${String(policyId)} of a deduction is stored`);
  const { code: policy } = applied.policy;
  const stated = versions
    .filter((one) => one.policy.code === policy && one.version >= applied.version)
    .sort((one, other) => one.version - other.version)
    .map((one) => termsOf(one, grade))
    .find((terms) => terms !== undefined);
  const path = grade === undefined ? 'bp21' : `bp21ByGrade.${grade}`;
  return (
    stated ?? new DomainError('missing', 'bp21.terms-missing', { policy, version: applied.version, path })
  );
}

function termsOf({ policy }: DeductionPolicyVersion, grade: string | undefined): SlipTerms | undefined {
  const { treatment } = policy;
  if (treatment.kind !== 'pph21') return undefined;
  return grade === undefined ? (treatment.slip ?? undefined) : treatment.slipByGrade.get(grade);
}
