import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { describeAct } from '../../core/audit/describe-act.js';
import type { RecordedAct } from '../../core/audit/recorded-act.js';
import { AuditVerificationService } from '../../modules/audit/audit-verification.service.js';
import { AuditService } from '../../modules/audit/audit.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { AnswersData } from '../answer-schemas.js';
import type { AnswerTypes } from '../answer-types.js';
import { toldCheck } from '../told-check.js';
import {
  AuditPage,
  AuditWish,
  TrailAnchorAnswer,
  TrailVerificationWish,
  type AuditActAnswer,
} from './audit.dto.js';
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';

/** Who changed what, when, from where and why: for auditors, and of the installation itself for administrators. */
@ApiTags('Jejak audit')
@Controller('audit')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly verification: AuditVerificationService,
  ) {}

  @Get()
  @Reads('audit.read')
  @ApiOperation({ summary: 'Jejak perubahan, yang terbaru lebih dahulu' })
  @ApiOkResponse({ type: AuditPage })
  async list(@Query() { cursor, limit, ...filter }: AuditWish): Promise<AuditPage> {
    const window = windowOf({ cursor, limit }, ['number']);
    const before = window.after === undefined ? undefined : BigInt(window.after[0]);
    const found = await this.audit.list({ ...filter, before }, window.limit + 1);
    const { items, ...next } = pageFrom(found, ({ position }) => [Number(position)], window.limit);
    return { items: items.map(actAnswer), ...next };
  }

  /** Recomputes the whole chain. */
  @Get('verification')
  @Reads('audit.verify')
  @MayBecomeJob('verification')
  @ApiOperation({ summary: 'Memeriksa seluruh rantai jejak' })
  @AnswersData('TrailVerificationAnswer')
  async verify(@Query() { anchor }: TrailVerificationWish): Promise<AnswerTypes['TrailVerificationAnswer']> {
    return { data: toldCheck(await this.verification.verify(anchor?.toLowerCase())) };
  }

  @Get('anchor')
  @Reads('audit.verify')
  @ApiOperation({ summary: 'Jangkar rantai jejak' })
  @ApiOkResponse({ type: TrailAnchorAnswer })
  async anchor(): Promise<TrailAnchorAnswer> {
    const { position, ...anchor } = await this.verification.anchor();
    return { position: Number(position), ...anchor };
  }
}

function actAnswer(act: RecordedAct): AuditActAnswer {
  return { ...act, position: Number(act.position), sentence: describeAct(act) };
}
