import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RegionsService } from '../../modules/regions/regions.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
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
    const { after, limit } = windowOf(page, ['string']);
    const found = await this.places.part(region, { after: after?.[0], limit: limit + 1 });
    return pageFrom(found, ({ code }) => [code], limit);
  }

  @Get('posyandu')
  @Reads('region.read')
  @ApiOperation({ summary: 'Posyandu dan nomor registrasinya' })
  @ApiOkResponse({ type: PosyanduPage })
  async posyandu(@Query() { region, ...page }: PlacesWish): Promise<PosyanduPage> {
    const { after, limit } = windowOf(page, ['string']);
    const found = await this.places.posyanduPart(region, { after: after?.[0], limit: limit + 1 });
    const answers = found.map(({ registrationNumber, nagariCode, name, jorong = null }) => ({
      ...{ registrationNumber, nagariCode, name, jorong },
    }));
    return pageFrom(answers, ({ registrationNumber }) => [registrationNumber], limit);
  }
}
