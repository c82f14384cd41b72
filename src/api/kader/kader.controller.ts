import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { KaderCardService } from '../../modules/reports/kader-card.service.js';
import { RosterListService } from '../../modules/reports/roster-list.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageOf } from '../../web/page-of.js';
import { NumberInPath } from '../../web/path-fields.js';
import { KaderCardAnswer, KaderListWish, KaderPage } from './kader.dto.js';

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
  async list(@Query() { region, posyandu, status, ...page }: KaderListWish): Promise<KaderPage> {
    const { data } = await this.rosters.list({ regionCode: region, posyandu, status });
    const byNumber = [...data.kader].sort((one, other) => one.kader - other.kader);
    const { items, next } = pageOf(byNumber, ({ kader }) => kader, page);
    return { items, ...(next !== undefined && { next }) };
  }

  @Get(':kader')
  @Reads('roster.read')
  @ApiOperation({ summary: 'Seorang kader: SK, strata, keadaan, dan rekeningnya yang tersamar' })
  @ApiOkResponse({ type: KaderCardAnswer })
  show(@NumberInPath('kader') kader: number): Promise<KaderCardAnswer> {
    return this.cards.show(kader);
  }
}
