import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { componentLine, describeComponent } from '../../core/policy/describe-component.js';
import { describeStanding } from '../../core/policy/describe-standing.js';
import { diffPolicies } from '../../core/policy/diff-policies.js';
import {
  HonorPoliciesService,
  type StoredVersion,
} from '../../modules/honor-policies/honor-policies.service.js';
import { PolicyWithdrawalsService } from '../../modules/honor-policies/policy-withdrawals.service.js';
import type { Part } from '../../platform/database/part.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { NumberInPath, WordInPath } from '../../web/path-fields.js';
import { ReasonWish } from '../requests/request.dto.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  PolicyDifferenceAnswer,
  PolicyDifferenceWish,
  PolicyVersionsAnswer,
  PolicyVersionAnswer,
} from './policy.dto.js';

/** The rules by which honor is owed, in words. */
@ApiTags('Kebijakan')
@Controller('honor-policies')
export class HonorPoliciesController {
  constructor(
    private readonly policies: HonorPoliciesService,
    private readonly withdrawals: PolicyWithdrawalsService,
  ) {}

  @Get()
  @Reads('policy.read')
  @ApiOperation({ summary: 'Kebijakan honor, setiap versi' })
  @ApiOkResponse({ type: PolicyVersionsAnswer })
  async list(@Query() wish: PageWish): Promise<PolicyVersionsAnswer> {
    const read = (part: Part) => this.policies.versions(undefined, part);
    const { items, ...next } = await onePage(wish, ['number'], read, ({ id }) => [id]);
    return { items: items.map(versionAnswer), ...next };
  }

  @Get(':code/versions/:version')
  @Reads('policy.read')
  @ApiOperation({ summary: 'Satu versi sebuah kebijakan, apa yang digantikannya dan menggantikannya' })
  @ApiOkResponse({ type: PolicyVersionAnswer })
  async show(
    @WordInPath('code') code: string,
    @NumberInPath('version') version: number,
  ): Promise<PolicyVersionAnswer> {
    return versionAnswer(await this.policies.version(code, String(version)));
  }

  @Post(':code/versions/:version/withdrawal')
  @HttpCode(200)
  @Acts('policy.import')
  @ApiOperation({ summary: 'Menarik versi yang belum dipakai menghitung honor' })
  @ApiOkResponse({ type: PolicyVersionAnswer })
  async withdraw(
    @WordInPath('code') code: string,
    @NumberInPath('version') version: number,
    @Body() { reason }: ReasonWish,
    @By() { person }: Visitor,
  ): Promise<PolicyVersionAnswer> {
    const command = { code, version: String(version), reason, by: person.userId };
    return versionAnswer(await this.withdrawals.withdraw(command));
  }

  @Get(':code/difference')
  @Reads('policy.read')
  @ApiOperation({ summary: 'Apa yang berubah antara dua versi sebuah kebijakan' })
  @ApiOkResponse({ type: PolicyDifferenceAnswer })
  async difference(
    @WordInPath('code') code: string,
    @Query() { before, after }: PolicyDifferenceWish,
  ): Promise<PolicyDifferenceAnswer> {
    const old = await this.policies.version(code, String(before));
    const now = await this.policies.version(code, String(after));
    return { items: diffPolicies(old.policy, now.policy) };
  }
}

function versionAnswer({ id, version, policy, ...standing }: StoredVersion): PolicyVersionAnswer {
  const { code, scope, opd, topsUp, supersedes, validFrom, validTo, legalBasis } = policy;
  const { inForce, replaces, replacedBy, withdrawn } = standing;
  const components = policy.components.map((component) => componentLine(describeComponent(component)));
  return {
    ...{ id, code, version, scope, topsUp, validFrom, validTo, inForce, replaces, replacedBy, components },
    ...{ opd: opd?.code ?? null, bidang: opd?.bidang ?? [], legalBasis: legalBasis.number },
    fileSha256: legalBasis.fileSha256,
    ...{ reason: supersedes?.reason ?? null, withdrawn: withdrawn?.reason ?? null },
    standing: describeStanding(policy, standing),
  };
}
