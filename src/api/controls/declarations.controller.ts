import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { ControlDataService } from '../../modules/controls/control-data.service.js';
import { ControlsService } from '../../modules/controls/controls.service.js';
import { KaderRosterService } from '../../modules/kader-roster/kader-roster.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { DeclarationAnswer, DeclarationWish, FindingsPage, FindingsWish } from './control.dto.js';
import { findingsPage } from './finding-answer.js';

/** What controls found anywhere, and what kader declare for them. */
@ApiTags('Kontrol')
@Controller()
export class DeclarationsController {
  constructor(
    private readonly controls: ControlsService,
    private readonly data: ControlDataService,
    private readonly roster: KaderRosterService,
  ) {}

  @Get('findings')
  @Reads('control.read')
  @ApiOperation({ summary: 'Temuan pemeriksaan terakhir dari semua SPP' })
  @ApiOkResponse({ type: FindingsPage })
  list(@Query() { control, severity, ...page }: FindingsWish): Promise<FindingsPage> {
    return findingsPage(page, (part) => this.controls.page({ control, severity, ...part }));
  }

  @Post('kader/:kader/declarations')
  @HttpCode(200)
  @Acts('control.declare')
  @ApiOperation({ summary: 'Mencatat honor negara lain yang diterima kader' })
  @ApiOkResponse({ type: DeclarationAnswer })
  async declare(
    @NumberInPath('kader') kader: number,
    @Body() wish: DeclarationWish,
    @By() { person }: Visitor,
  ): Promise<DeclarationAnswer> {
    const { body, what } = wish;
    const [from, to] = [plainDate(wish.from), wish.to === undefined ? null : plainDate(wish.to)];
    const nik = await this.roster.nikOf(kader);
    await this.data.declare({ nik, body, what, from, to }, person.userId);
    return { body, what, from, to };
  }
}
