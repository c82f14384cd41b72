import { DomainError } from '../shared/domain-error.js';
import { addDays, formatDate } from '../shared/plain-date.js';
import { refuseAny } from '../shared/refusals.js';
import {
  daysInForce,
  daysWords,
  meet,
  withoutDays,
  type Days,
  type RecordedVersion,
} from './days-in-force.js';
import type { HonorPolicy } from './honor-policy.js';
import { versionWords, type VersionName } from './supersession.js';

/** A recorded version of an honor policy, and for whom it holds. */
export interface PlacedVersion extends RecordedVersion, VersionName, Pick<HonorPolicy, 'scope' | 'topsUp'> {
  /** Null = kader of every bidang. */
  readonly bidang: readonly string[] | null;
}

/**
 * The versions that a new one takes the place of: those it names, and one of its own code that is without end and
 * began before it, which it ends by beginning.
 *
 * @param versions all there are
 * @returns their ids
 * @throws Refusals `policy.supersedes-unknown`, `policy.supersedes-other`, `policy.supersedes-nothing`;
 *   DomainError `policy.overlaps` for another that holds on its days, `policy.retroactive-without-base`
 */
export function planSupersession(policy: HonorPolicy, versions: readonly PlacedVersion[]): readonly number[] {
  const inForce = daysInForce(versions);
  const standing = versions
    .filter((version) => sharesKader(version, policy))
    .map((version) => ({ version, days: inForce.get(version.id) ?? [] }));
  const superseded = [...namedBy(policy, versions, inForce), ...endedBy(policy, standing)];
  const ids = new Set(superseded.map(({ id }) => id));
  refuseOverlap(
    policy,
    standing.filter(({ version }) => !ids.has(version.id)),
  );
  requireBaseBeforeDecree(
    policy,
    [...ids].flatMap((id) => inForce.get(id) ?? []),
  );
  return [...ids].sort((one, other) => one - other);
}

interface Standing {
  readonly version: PlacedVersion;
  readonly days: readonly Days[];
}

/** Whether a kader could be paid by both if they held on one day: then they may not. */
function sharesKader({ bidang, ...version }: PlacedVersion, { scope, opd, topsUp }: HonorPolicy): boolean {
  const bidangMeet =
    bidang === null || opd === null
      ? bidang === (opd?.bidang ?? null)
      : bidang.some((one) => opd.bidang.includes(one));
  return version.scope === scope && version.topsUp === topsUp && bidangMeet;
}

/** Whether everybody whom the version pays is paid by the policy: nobody is left without one. */
function paysAllOf(policy: HonorPolicy, version: PlacedVersion): boolean {
  const { bidang } = version;
  return sharesKader(version, policy) && (bidang ?? []).every((one) => policy.opd?.bidang.includes(one));
}

function namedBy(
  policy: HonorPolicy,
  versions: readonly PlacedVersion[],
  inForce: ReadonlyMap<number, readonly Days[]>,
): PlacedVersion[] {
  const problems: DomainError[] = [];
  const found: PlacedVersion[] = [];
  for (const name of policy.supersedes?.versions ?? []) {
    const version = versions.find((one) => one.code === name.code && one.version === name.version);
    const days = version === undefined ? [] : (inForce.get(version.id) ?? []);
    const problem = problemOf(policy, name, version, days);
    if (problem !== undefined) problems.push(problem);
    else if (version !== undefined) found.push(version);
  }
  refuseAny(problems);
  return found;
}

function problemOf(
  policy: HonorPolicy,
  name: VersionName,
  version: PlacedVersion | undefined,
  days: readonly Days[],
): DomainError | undefined {
  const facts = { policy: policy.code, version: versionWords(name) };
  if (version === undefined) return new DomainError('missing', 'policy.supersedes-unknown', facts);
  if (!paysAllOf(policy, version)) return new DomainError('conflict', 'policy.supersedes-other', facts);
  if (days.some((one) => meet(one, daysOf(policy)))) return undefined;
  const inForce = days.length === 0 ? 'tidak ada lagi' : days.map(daysWords).join(', ');
  return new DomainError('conflict', 'policy.supersedes-nothing', { ...facts, days: inForce });
}

/** What was valid "until it is replaced" is replaced by the next of its code, also when nobody says so. */
function endedBy(policy: HonorPolicy, standing: readonly Standing[]): PlacedVersion[] {
  return standing
    .filter(({ version, days }) => {
      const last = days.at(-1);
      const isOpen = last?.to === null && last.from < policy.validFrom;
      return isOpen && version.code === policy.code && paysAllOf(policy, version);
    })
    .map(({ version }) => version);
}

function refuseOverlap(policy: HonorPolicy, others: readonly Standing[]): void {
  for (const { version, days } of others) {
    const day = days.find((one) => meet(one, daysOf(policy)));
    if (day === undefined) continue;
    throw new DomainError('conflict', 'policy.overlaps', {
      policy: policy.code,
      scope: policy.scope,
      version: `${version.code} v${String(version.version)}`,
      name: `${version.code}/${String(version.version)}`,
      from: day.from,
      to: day.to ?? 'seterusnya',
    });
  }
}

/**
 * Control C1: a decree that reaches back before its own date changes what another decree gave on those days; it gives
 * nothing on days that had none.
 */
function requireBaseBeforeDecree(
  { code, validFrom, legalBasis }: HonorPolicy,
  superseded: readonly Days[],
): void {
  if (validFrom >= legalBasis.date) return;
  const before: Days = { from: validFrom, to: addDays(legalBasis.date, -1) };
  const [bare] = superseded.reduce<readonly Days[]>(withoutDays, [before]);
  if (bare === undefined) return;
  const facts = { policy: code, days: daysWords(bare), decreed: formatDate(legalBasis.date) };
  throw new DomainError('conflict', 'policy.retroactive-without-base', facts);
}

function daysOf({ validFrom, validTo }: HonorPolicy): Days {
  return { from: validFrom, to: validTo };
}
