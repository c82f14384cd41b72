import { daysInForce, daysWords, meet, type Days, type RecordedVersion } from '../policy/days-in-force.js';
import { versionWords, type VersionName } from '../policy/supersession.js';
import { DomainError } from '../shared/domain-error.js';
import { refuseAny } from '../shared/refusals.js';
import type { DeductionPolicy } from './deduction-policy.js';

/** A recorded version of the same code. */
export interface NumberedVersion extends RecordedVersion {
  readonly version: number;
}

/**
 * The versions of its code that a new one takes the place of: those it names.
 *
 * @returns their ids
 * @throws Refusals `deduction.supersedes-unknown`, `deduction.supersedes-nothing`;
 *   DomainError `deduction.policy-overlaps` for another that holds on its days
 */
export function planDeductionSupersession(
  policy: DeductionPolicy,
  versions: readonly NumberedVersion[],
): readonly number[] {
  const inForce = daysInForce(versions);
  const standing = versions.map((version) => ({ ...version, held: inForce.get(version.id) ?? [] }));
  const days: Days = { from: policy.validFrom, to: policy.validTo };
  const named = (policy.supersedes?.versions ?? []).map((name) => {
    const found = standing.find(({ version }) => name.code === policy.code && version === name.version);
    return { name, found };
  });
  refuseAny(named.flatMap(({ name, found }) => problemOf(policy.code, name, found?.held, days) ?? []));
  const ids = new Set(named.flatMap(({ found }) => found?.id ?? []));
  for (const { id, version, held } of standing) {
    const other = held.find((one) => meet(one, days));
    if (other !== undefined && !ids.has(id)) throw overlap(policy, version, other);
  }
  return [...ids].sort((one, other) => one - other);
}

function problemOf(
  policy: string,
  name: VersionName,
  held: readonly Days[] | undefined,
  days: Days,
): DomainError | undefined {
  const facts = { policy, version: versionWords(name) };
  if (held === undefined) return new DomainError('missing', 'deduction.supersedes-unknown', facts);
  if (held.some((one) => meet(one, days))) return undefined;
  const then = held.length === 0 ? 'tidak ada lagi' : held.map(daysWords).join(', ');
  return new DomainError('conflict', 'deduction.supersedes-nothing', { ...facts, days: then });
}

function overlap({ code }: DeductionPolicy, version: number, { from, to }: Days): DomainError {
  return new DomainError('conflict', 'deduction.policy-overlaps', {
    policy: code,
    version: `v${String(version)}`,
    number: version,
    from,
    to: to ?? 'seterusnya',
  });
}
