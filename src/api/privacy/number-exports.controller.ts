import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NumberExportsService } from '../../modules/privacy/number-exports.service.js';
import type { Part } from '../../platform/database/part.js';
import { Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { NumberExportsAnswer, NumberExportsWish } from './number-export.dto.js';

/** Who took files with whole numbers of many people. */
@ApiTags('Data pribadi')
@Controller('number-exports')
export class NumberExportsController {
  constructor(private readonly exports: NumberExportsService) {}

  @Get()
  @Reads('disclosure.read')
  @ApiOperation({ summary: 'Siapa mengambil berkas bank dan lembar BP21 sebuah pembayar, dan kapan' })
  @ApiOkResponse({ type: NumberExportsAnswer })
  list(@Query() { payer, ...wish }: NumberExportsWish): Promise<NumberExportsAnswer> {
    const read = (part: Part) => this.exports.list(payer, part);
    return onePage(wish, ['number'], read, ({ id }) => [id]);
  }
}
