import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ControlsService, type FindingKey } from '../../modules/controls/controls.service.js';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import type { Part } from '../../platform/database/part.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { findingAnswer, findingsPage } from './finding-answer.js';
import { NumberInPath } from '../../web/path-fields.js';
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { FindingAnswer, FindingsAnswer, FindingsPage, FindingsWish, ReplyWish } from './control.dto.js';

/** Controls C1 to C19 of a request: what stops it, and what wants an answer. */
@ApiTags('Kontrol')
@Controller('requests/:id/findings')
export class ControlsController {
  constructor(
    private readonly controls: ControlsService,
    private readonly requests: PaymentRequestsService,
    private readonly current: CurrentActor,
  ) {}

  @Get()
  @Reads('control.read')
  @ApiOperation({ summary: 'Temuan pemeriksaan SPP' })
  @ApiOkResponse({ type: FindingsPage })
  async list(
    @NumberInPath('id') id: number,
    @Query() { control, severity, ...page }: FindingsWish,
  ): Promise<FindingsPage> {
    const { number: request } = await this.requests.byId(id);
    const read = (part: Part<FindingKey>) => this.controls.page({ request, control, severity, ...part });
    return findingsPage(page, read);
  }

  /** Runs them now. */
  @Post()
  @HttpCode(200)
  @Acts('control.run')
  @MayBecomeJob('control-run')
  @ApiOperation({ summary: 'Memeriksa SPP sekarang' })
  @ApiOkResponse({ type: FindingsAnswer })
  async run(@NumberInPath('id') id: number): Promise<FindingsAnswer> {
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    return { items: (await this.controls.run(number)).map(findingAnswer) };
  }

  @Put(':finding/answer')
  @Acts('control.answer')
  @ApiOperation({ summary: 'Menjawab satu temuan' })
  @ApiOkResponse({ type: FindingAnswer })
  async answer(
    @NumberInPath('id') id: number,
    @NumberInPath('finding') finding: number,
    @Body() { text }: ReplyWish,
    @By() { person }: Visitor,
  ): Promise<FindingAnswer> {
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    return findingAnswer(await this.controls.answer(number, finding, text, person.userId));
  }
}
