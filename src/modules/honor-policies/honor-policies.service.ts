import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { kaderRoles } from '../../core/kader/role.js';
import { bidangOfSpm, tiers } from '../../core/kader/vocabulary.js';
import type { NamedVersion } from '../../core/honor/name-policy-changes.js';
import { unstatedChange } from '../../core/policy/change-rule.js';
import type { HonorPolicy } from '../../core/policy/honor-policy.js';
import { daysInForce, type RecordedVersion } from '../../core/policy/days-in-force.js';
import { planSupersession } from '../../core/policy/plan-supersession.js';
import type { PolicyVocabulary } from '../../core/policy/policy-vocabulary.js';
import { readPolicy } from '../../core/policy/read-policy.js';
import type { PolicyVersion } from '../../core/policy/select-policy.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { formatDate } from '../../core/shared/plain-date.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { invariant } from '../../core/shared/invariant.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import { Clock } from '../../platform/clock.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { ActivityTypesService } from '../activity-types/activity-types.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { HonorPolicyRow } from './honor-policy.row.js';
import { parsePolicyFile } from './parse-policy-file.js';
import { namedVersion, placedVersion, standingsOf, type StoredVersion } from './stored-version.js';

export type { StoredVersion } from './stored-version.js';

export interface PolicyImport {
  readonly code: string;
  readonly version: number;
  readonly scope: string;
  /** False when exactly this document was imported before. */
  readonly isNew: boolean;
  readonly policy: HonorPolicy;
}

@Injectable()
export class HonorPoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly regions: RegionsService,
    private readonly activityTypes: ActivityTypesService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Imports a policy file as a new version. The same content again changes nothing. On its days it takes the place
   * of the versions it names, and of an open version of its code; any other that holds then for the same region is
   * refused. What was calculated by them is corrected by the next calculation.
   *
   * @throws Refusals with every problem of the document; what `planSupersession` throws
   */
  async importFile(path: string, by: number): Promise<PolicyImport> {
    const document = parsePolicyFile(await readFile(path, 'utf8'), basename(path));
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'policy-import');
      const policy = readPolicy(document, await this.vocabulary(tx));
      this.access.requireRegion('policy.import', policy.scope);
      return this.store(tx, policy, document as object, by);
    });
  }

  /** Every version there is, or a part of them, also those that are in force no more; and what became of each. */
  async versions(
    tx: EntityManager = this.dataSource.manager,
    { after, limit }: Part = {},
  ): Promise<StoredVersion[]> {
    const rows = await tx.getRepository(HonorPolicyRow).find({
      where: { id: MoreThan(after?.[0] ?? 0) },
      order: { id: 'ASC' },
      ...(limit !== undefined && { take: limit }),
    });
    const vocabulary = await this.vocabulary(tx);
    const standings = await standingsOf(tx, rows);
    return rows.map(({ id, version, document }) => {
      const standing = standings.get(id);
      invariant(standing !== undefined, 'every version stands somehow');
      return { id, version, policy: readPolicy(document, vocabulary), ...standing };
    });
  }

  /**
   * What is in force, for `selectPolicy` to choose from: each version with the days that later ones have left it, and
   * once more where they lie apart.
   *
   * @param next a version that is about to be recorded, and what it takes the place of
   */
  async inForce(tx: EntityManager, next?: Pick<RecordedVersion, 'supersedes' | 'validFrom' | 'validTo'>) {
    const rows = await allRows(tx);
    const vocabulary = await this.vocabulary(tx);
    const placed = rows.map(placedVersion);
    const recorded = next === undefined ? placed : [...placed, { id: 0, isWithdrawn: false, ...next }];
    const inForce = daysInForce(recorded);
    return rows.flatMap(({ id, version, document }): PolicyVersion[] => {
      const days = inForce.get(id) ?? [];
      if (days.length === 0) return [];
      const policy = readPolicy(document, vocabulary);
      return days.map(({ from, to }) => {
        const dates = { validFrom: from, validTo: to };
        return { id, version, policy: { ...policy, ...dates } };
      });
    });
  }

  /** Every version there is, by what a correction says of it. */
  async history(tx: EntityManager): Promise<NamedVersion[]> {
    return (await allRows(tx)).map(namedVersion);
  }

  /**
   * One version of a policy.
   *
   * @param version as it was typed, `2` or `v2`
   * @throws DomainError `policy.code-unknown`, `policy.version-unknown`
   */
  async version(
    code: string,
    version: string,
    tx: EntityManager = this.dataSource.manager,
  ): Promise<StoredVersion> {
    const known = (await this.versions(tx)).filter(({ policy }) => policy.code === code);
    const found = known.find((one) => String(one.version) === version.replace(/^v/, ''));
    if (found !== undefined) return found;
    if (known.length === 0) throw new DomainError('missing', 'policy.code-unknown', { policy: code });
    const versions = known.map((one) => String(one.version)).join(', ');
    throw new DomainError('missing', 'policy.version-unknown', { policy: code, version, versions });
  }

  private async vocabulary(tx: EntityManager): Promise<PolicyVocabulary> {
    const activityKinds = await this.activityTypes.codes(tx);
    return { roles: kaderRoles, tiers, bidang: bidangOfSpm, activityKinds };
  }

  private async store(
    tx: EntityManager,
    policy: HonorPolicy,
    document: object,
    by: number,
  ): Promise<PolicyImport> {
    const { code, scope } = policy;
    await this.requireScope(tx, policy);
    await this.requireFloor(tx, policy);
    const documentSha256 = sha256(canonicalJson(document)).toString('hex');
    const stored = await allRows(tx);
    const versions = stored.filter((row) => row.code === code);
    const same = versions.find((row) => row.withdrawnAt === null && row.documentSha256 === documentSha256);
    if (same !== undefined) return { code, version: same.version, scope, isNew: false, policy };
    const supersedes = planSupersession(policy, stored.map(placedVersion));
    requireChangeRule(policy, await this.inForce(tx, { ...policy, supersedes }));
    const version = versions.length + 1;
    await tx.getRepository(HonorPolicyRow).insert({
      code,
      version,
      scope,
      opdCode: policy.opd?.code ?? null,
      bidang: policy.opd === null ? null : [...policy.opd.bidang],
      topsUp: policy.topsUp,
      supersedes: [...supersedes],
      validFrom: policy.validFrom,
      validTo: policy.validTo,
      legalBasisNumber: policy.legalBasis.number,
      legalBasisDate: policy.legalBasis.date,
      document,
      documentSha256,
      recordedBy: by,
      recordedAt: this.clock.now(),
    });
    return { code, version, scope, isNew: true, policy };
  }

  private async requireScope(tx: EntityManager, { code, scope }: HonorPolicy): Promise<void> {
    const regions = await this.regions.all(tx);
    if (regions.some((region) => region.code === scope)) return;
    throw new DomainError('missing', 'policy.scope-unknown', { policy: code, scope });
  }

  private async requireFloor(tx: EntityManager, { code, topsUp }: HonorPolicy): Promise<void> {
    if (topsUp === null || (await tx.getRepository(HonorPolicyRow).existsBy({ code: topsUp }))) return;
    throw new DomainError('missing', 'policy.floor-unknown', { policy: code, floor: topsUp });
  }
}

/** Where one takes over from another within a month, one of them must say how that month is paid. */
function requireChangeRule(policy: HonorPolicy, others: readonly PolicyVersion[]): void {
  const unstated = unstatedChange(
    policy,
    others.map((other) => other.policy),
  );
  if (unstated === undefined) return;
  const { other, day } = unstated;
  const facts = { policy: policy.code, other: other.code, scope: other.scope, day: formatDate(day) };
  throw new DomainError('invalid', 'policy.change-unstated', facts);
}

function allRows(tx: EntityManager): Promise<HonorPolicyRow[]> {
  return tx.getRepository(HonorPolicyRow).find({ order: { id: 'ASC' } });
}
