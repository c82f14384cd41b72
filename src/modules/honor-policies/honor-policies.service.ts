import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { kaderRoles } from '../../core/kader/role.js';
import { bidangOfSpm, tiers } from '../../core/kader/vocabulary.js';
import { unstatedChange } from '../../core/policy/change-rule.js';
import type { HonorPolicy } from '../../core/policy/honor-policy.js';
import type { PolicyVocabulary } from '../../core/policy/policy-vocabulary.js';
import { readPolicy } from '../../core/policy/read-policy.js';
import type { PolicyVersion } from '../../core/policy/select-policy.js';
import { canonicalJson } from '../../core/shared/canonical-json.js';
import { addDays, formatDate, plainDate } from '../../core/shared/plain-date.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { lockFor } from '../../platform/database/lock-for.js';
import type { Part } from '../../platform/database/part.js';
import { Clock } from '../../platform/clock.js';
import { sha256 } from '../../platform/sha256.js';
import { AccessService } from '../access/access.service.js';
import { ActivityTypesService } from '../activity-types/activity-types.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { HonorPolicyRow } from './honor-policy.row.js';
import { parsePolicyFile } from './parse-policy-file.js';

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
   * Imports a policy file as a new version. The same content again changes nothing. It ends an open version
   * of the same code the day before; any other that holds at the same time for the same region is refused.
   *
   * @throws Refusals with every problem of the document; DomainError when it overlaps another version
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

  /** Every version there is, in which `selectPolicy` chooses; or a part of them. */
  async versions(
    tx: EntityManager = this.dataSource.manager,
    { after, limit }: Part = {},
  ): Promise<PolicyVersion[]> {
    const rows = await tx.getRepository(HonorPolicyRow).find({
      where: { id: MoreThan(after?.[0] ?? 0) },
      order: { id: 'ASC' },
      ...(limit !== undefined && { take: limit }),
    });
    const vocabulary = await this.vocabulary(tx);
    return rows.map(({ id, version, document, validTo }) => ({
      id,
      version,
      // An open document may have been ended by its next version since.
      policy: { ...readPolicy(document, vocabulary), validTo: validTo === null ? null : plainDate(validTo) },
    }));
  }

  /**
   * One version of a policy.
   *
   * @param version as it was typed, `2` or `v2`
   * @throws DomainError `policy.code-unknown`, `policy.version-unknown`
   */
  async version(code: string, version: string): Promise<PolicyVersion> {
    const known = (await this.versions()).filter(({ policy }) => policy.code === code);
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
    const rows = tx.getRepository(HonorPolicyRow);
    const versions = await rows.find({ where: { code }, order: { version: 'ASC' } });
    const same = versions.find((row) => row.documentSha256 === documentSha256);
    if (same !== undefined) return { code, version: same.version, scope, isNew: false, policy };
    const open = versions.find((row) => sharesKader(row, policy) && row.validTo === null);
    if (open !== undefined && open.validFrom < policy.validFrom) {
      await rows.update({ id: open.id }, { validTo: addDays(policy.validFrom, -1) });
    }
    refuseOverlap(policy, await rows.findBy({ scope }));
    requireChangeRule(policy, await this.versions(tx));
    const version = versions.length + 1;
    await rows.insert({
      code,
      version,
      scope,
      opdCode: policy.opd?.code ?? null,
      bidang: policy.opd === null ? null : [...policy.opd.bidang],
      topsUp: policy.topsUp,
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

/** Whether a kader could be paid by both if they held on one day: then they may not. */
function sharesKader(row: HonorPolicyRow, { scope, opd, topsUp }: HonorPolicy): boolean {
  const bidangMeet =
    row.bidang === null || opd === null
      ? row.bidang === (opd?.bidang ?? null)
      : row.bidang.some((bidang) => opd.bidang.includes(bidang));
  return row.scope === scope && row.topsUp === topsUp && bidangMeet;
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

function refuseOverlap(policy: HonorPolicy, others: readonly HonorPolicyRow[]): void {
  const other = others.find(
    (row) =>
      sharesKader(row, policy) &&
      row.validFrom <= (policy.validTo ?? '9999-12-31') &&
      policy.validFrom <= (row.validTo ?? '9999-12-31'),
  );
  if (other === undefined) return;
  throw new DomainError('conflict', 'policy.overlaps', {
    policy: policy.code,
    scope: policy.scope,
    version: `${other.code} v${String(other.version)}`,
    from: other.validFrom,
    to: other.validTo ?? 'seterusnya',
  });
}
