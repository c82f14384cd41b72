import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { DataPackService } from '../../modules/privacy/data-pack.service.js';
import { Acts } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { KeepsNoAnswer } from '../idempotency/keeps-no-answer.decorator.js';
import { actorOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { DataPackAnswer, DataPackWish } from './data-pack.dto.js';

/** Everything that is kept of one person, for herself. */
@ApiTags('Data pribadi')
@Controller('kader/:kader/data-pack')
export class DataPacksController {
  constructor(private readonly packs: DataPackService) {}

  @Post()
  @HttpCode(200)
  @Acts('kader.data-pack')
  @KeepsNoAnswer()
  @ApiOperation({ summary: 'Salinan semua data seorang kader, untuk diserahkan kepadanya; dicatat' })
  @ApiOkResponse({ type: DataPackAnswer })
  async make(
    @NumberInPath('kader') kader: number,
    @Body() { reason }: DataPackWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<DataPackAnswer> {
    const by = actorOf(visitor, request);
    const { json, xlsx } = await this.packs.make({ kader: String(kader), reason, by });
    const file = (kind: 'json' | 'xlsx', content: Buffer) => {
      return { kind, name: `data-pribadi-${String(kader)}.${kind}`, content: content.toString('base64') };
    };
    return { items: [file('json', json), file('xlsx', xlsx)] };
  }
}
