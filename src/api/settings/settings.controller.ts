import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ActivityTypesService } from '../../modules/activity-types/activity-types.service.js';
import { BidangOpdsService } from '../../modules/bidang/bidang-opds.service.js';
import { BidangStartsService } from '../../modules/bidang/bidang-starts.service.js';
import { HolidaysService } from '../../modules/referrals/holidays.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { ActivityTypesAnswer, BidangOpdsAnswer, BidangStartsAnswer, HolidaysAnswer } from './setting.dto.js';

/** What sheets, referrals and honor are held against, as it is recorded now. */
@ApiTags('Pengaturan')
@Controller()
export class SettingsController {
  constructor(
    private readonly types: ActivityTypesService,
    private readonly holidays: HolidaysService,
    private readonly opds: BidangOpdsService,
    private readonly starts: BidangStartsService,
  ) {}

  @Get('activity-types')
  @Reads('setting.read')
  @ApiOperation({ summary: 'Jenis kegiatan' })
  @ApiOkResponse({ type: ActivityTypesAnswer })
  async activityTypes(): Promise<ActivityTypesAnswer> {
    // Whether a type is in use is not told: whoever reads sees the activities of her scopes only.
    const items = (await this.types.types()).map(
      ({ code, name, words, bidang, countsTargets, unit, elsewhere }) => ({
        ...{ code, name, words, bidang, countsTargets, unit, elsewhere },
      }),
    );
    return { items };
  }

  @Get('holidays')
  @Reads('setting.read')
  @ApiOperation({ summary: 'Hari libur nasional dan cuti bersama' })
  @ApiOkResponse({ type: HolidaysAnswer })
  async years(): Promise<HolidaysAnswer> {
    return { items: await this.holidays.years() };
  }

  @Get('bidang-opds')
  @Reads('setting.read')
  @ApiOperation({ summary: 'OPD penanggung jawab tiap bidang' })
  @ApiOkResponse({ type: BidangOpdsAnswer })
  async bidangOpds(@Query() wish: PageWish): Promise<BidangOpdsAnswer> {
    const { items: found, ...next } = await onePage(
      wish,
      ['string', 'string', 'day', 'number'],
      (part) => this.opds.list(undefined, part),
      ({ regionCode, bidang, from, id }) => [regionCode, bidang, from, id],
    );
    const items = found.map(({ bidang, regionCode, opdCode, opdName, limitDays, from, to, basis, note }) => ({
      ...{ bidang, regionCode, opdCode, opdName, limitDays, from, to, basis, note },
    }));
    return { items, ...next };
  }

  @Get('bidang-starts')
  @Reads('setting.read')
  @ApiOperation({ summary: 'Bulan mulai tiap bidang' })
  @ApiOkResponse({ type: BidangStartsAnswer })
  bidangStarts(@Query() wish: PageWish): Promise<BidangStartsAnswer> {
    return onePage(
      wish,
      ['string', 'string'],
      (part) => this.starts.list(undefined, part),
      ({ regionCode, bidang }) => [regionCode, bidang],
    );
  }
}
