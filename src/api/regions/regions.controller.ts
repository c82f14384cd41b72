import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegionsService } from '../../modules/regions/regions.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageOf } from '../../web/page-of.js';
import { PlacesWish, PosyanduPage, RegionPage } from './region.dto.js';

/** What is where. */
@ApiTags('Wilayah')
@Controller()
export class RegionsController {
  constructor(private readonly places: RegionsService) {}

  @Get('regions')
  @Reads('region.read')
  @ApiOperation({ summary: 'Wilayah menurut kode Kemendagri' })
  @ApiOkResponse({ type: RegionPage })
  async regions(@Query() { region, ...page }: PlacesWish): Promise<RegionPage> {
    const { items, next } = pageOf(await this.places.under(region), ({ code }) => code, page);
    return { items: items.map(({ code, name }) => ({ code, name })), ...(next !== undefined && { next }) };
  }

  @Get('posyandu')
  @Reads('region.read')
  @ApiOperation({ summary: 'Posyandu dan nomor registrasinya' })
  @ApiOkResponse({ type: PosyanduPage })
  async posyandu(@Query() { region, ...page }: PlacesWish): Promise<PosyanduPage> {
    // A region that is not there must not look like one without posyandu.
    if (region !== undefined) await this.places.require(region);
    const found = await this.places.posyanduUnder(region);
    const { items, next } = pageOf(found, ({ registrationNumber }) => registrationNumber, page);
    const answers = items.map(({ registrationNumber, nagariCode, name, jorong = null }) => ({
      ...{ registrationNumber, nagariCode, name, jorong },
    }));
    return { items: answers, ...(next !== undefined && { next }) };
  }
}
