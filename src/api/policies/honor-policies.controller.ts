import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { componentLine, describeComponent } from '../../core/policy/describe-component.js';
import { diffPolicies } from '../../core/policy/diff-policies.js';
import { HonorPoliciesService } from '../../modules/honor-policies/honor-policies.service.js';
import type { Part } from '../../platform/database/part.js';
import { Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { WordInPath } from '../../web/path-fields.js';
import {
  PolicyDifferenceAnswer,
  PolicyDifferenceWish,
  PolicyVersionsAnswer,
  type PolicyVersionAnswer,
} from './policy.dto.js';

type Version = Awaited<ReturnType<HonorPoliciesService['versions']>>[number];

/** The rules by which honor is owed, in words. */
@ApiTags('Kebijakan')
@Controller('honor-policies')
export class HonorPoliciesController {
  constructor(private readonly policies: HonorPoliciesService) {}

  @Get()
  @Reads('policy.read')
  @ApiOperation({ summary: 'Kebijakan honor, setiap versi' })
  @ApiOkResponse({ type: PolicyVersionsAnswer })
  async list(@Query() wish: PageWish): Promise<PolicyVersionsAnswer> {
    const read = (part: Part) => this.policies.versions(undefined, part);
    const { items, ...next } = await onePage(wish, ['number'], read, ({ id }) => [id]);
    return { items: items.map(versionAnswer), ...next };
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

function versionAnswer({ id, version, policy }: Version): PolicyVersionAnswer {
  const { code, scope, opd, topsUp, validFrom, validTo, legalBasis } = policy;
  const components = policy.components.map((component) => componentLine(describeComponent(component)));
  const about = { id, code, version, scope, topsUp, validFrom, validTo, components };
  return { ...about, opd: opd?.code ?? null, bidang: opd?.bidang ?? [], legalBasis: legalBasis.number };
}
