import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KaderCardService } from '../../modules/reports/kader-card.service.js';
import { RosterListService } from '../../modules/reports/roster-list.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { NumberInPath } from '../../web/path-fields.js';
import { KaderCardAnswer, KaderListWish, KaderPage, KaderSearchWish } from './kader.dto.js';

/** Who serves where. A kader is known by her number, so that no NIK stands in an address. */
@ApiTags('Kader')
@Controller('kader')
export class KaderController {
  constructor(
    private readonly rosters: RosterListService,
    private readonly cards: KaderCardService,
  ) {}

  @Get()
  @Reads('roster.read')
  @ApiOperation({ summary: 'Daftar kader, halaman demi halaman' })
  @ApiOkResponse({ type: KaderPage })
  async list(@Query() { region: regionCode, ...wish }: KaderListWish): Promise<KaderPage> {
    const { posyandu, name, status, ...page } = wish;
    const { after, limit } = windowOf(page, ['number']);
    const filter = { regionCode, posyandu, name, status, after: after?.[0], limit: limit + 1 };
    return pageFrom(await this.rosters.part(filter), ({ kader }) => [kader], limit);
  }

  /** A NIK never stands in an address, which browsers and logs keep. */
  @Post('search')
  @HttpCode(200)
  @Reads('roster.read')
  @ApiOperation({ summary: 'Seorang kader menurut NIK-nya yang lengkap' })
  @ApiOkResponse({ type: KaderCardAnswer })
  find(@Body() { nik }: KaderSearchWish): Promise<KaderCardAnswer> {
    return this.cards.find(nik);
  }

  @Get(':kader')
  @Reads('roster.read')
  @ApiOperation({ summary: 'Seorang kader: SK, strata, keadaan, dan rekeningnya yang tersamar' })
  @ApiOkResponse({ type: KaderCardAnswer })
  show(@NumberInPath('kader') kader: number): Promise<KaderCardAnswer> {
    return this.cards.show(kader);
  }
}
