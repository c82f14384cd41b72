import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { NumberExportsService } from '../../modules/privacy/number-exports.service.js';
import { Reads } from '../../web/operation.decorator.js';
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
  async list(@Query() { payer }: NumberExportsWish): Promise<NumberExportsAnswer> {
    return { items: await this.exports.list(payer) };
  }
}
