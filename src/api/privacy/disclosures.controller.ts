import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DisclosuresService } from '../../modules/privacy/disclosures.service.js';
import { RevealService } from '../../modules/privacy/reveal.service.js';
import type { Part } from '../../platform/database/part.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { NumberInPath } from '../../web/path-fields.js';
import { KeepsNoAnswer } from '../idempotency/keeps-no-answer.decorator.js';
import { actorOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { DisclosuresAnswer, RevealAnswer, RevealWish } from './disclosure.dto.js';

/** Full numbers of one person, for a reason that is written down; and who saw them. */
@ApiTags('Data pribadi')
@Controller('kader/:kader')
export class DisclosuresController {
  constructor(
    private readonly disclosures: DisclosuresService,
    private readonly reveals: RevealService,
  ) {}

  @Post('reveal')
  @HttpCode(200)
  @Acts('kader.reveal')
  @KeepsNoAnswer()
  @ApiOperation({ summary: 'Membuka NIK atau rekening utuh seorang kader, dengan alasan yang dicatat' })
  @ApiOkResponse({ type: RevealAnswer })
  reveal(
    @NumberInPath('kader') kader: number,
    @Body() { field, reason }: RevealWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<RevealAnswer> {
    const by = actorOf(visitor, request);
    return this.reveals.reveal({ kader: String(kader), reason, by }, field);
  }

  @Get('disclosures')
  @Reads('disclosure.read')
  @ApiOperation({ summary: 'Siapa membuka data pribadi seorang kader, kapan dan mengapa' })
  @ApiOkResponse({ type: DisclosuresAnswer })
  list(@NumberInPath('kader') kader: number, @Query() wish: PageWish): Promise<DisclosuresAnswer> {
    const read = (part: Part) => this.disclosures.list(String(kader), part);
    return onePage(wish, ['number'], read, ({ id }) => [id]);
  }
}
