import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { BudgetReportsService } from '../../modules/reports/budget-reports.service.js';
import { RosterListService } from '../../modules/reports/roster-list.service.js';
import { ValidationService } from '../../modules/reports/validation.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { ArrearsWish, RegionWish, ReportAnswer, YearWish } from './report.dto.js';

/** What Pokjanal, offices and auditors read; each sees the rows of her scopes. */
@ApiTags('Laporan')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly budgets: BudgetReportsService,
    private readonly rosters: RosterListService,
    private readonly validations: ValidationService,
  ) {}

  @Get('arrears')
  @Reads('report.read')
  @ApiOperation({ summary: 'Tunggakan honor' })
  @ApiOkResponse({ type: ReportAnswer })
  async arrears(@Query() { by, asOf }: ArrearsWish): Promise<ReportAnswer> {
    const { data } = await this.budgets.arrears({
      by,
      asOf: asOf === undefined ? undefined : plainDate(asOf),
    });
    return { data };
  }

  @Get('forecast')
  @Reads('report.read')
  @ApiOperation({ summary: 'Perkiraan kebutuhan dana' })
  @ApiOkResponse({ type: ReportAnswer })
  async forecast(@Query() { year }: YearWish): Promise<ReportAnswer> {
    return { data: (await this.budgets.forecast(year)).data };
  }

  @Get('validation')
  @Reads('report.read')
  @ApiOperation({ summary: 'Kelengkapan data untuk pembayaran' })
  @ApiOkResponse({ type: ReportAnswer })
  async validation(@Query() { region }: RegionWish): Promise<ReportAnswer> {
    return { data: (await this.validations.report({ regionCode: region })).data };
  }

  @Get('roster')
  @Reads('roster.read')
  @ApiOperation({ summary: 'Daftar kader' })
  @ApiOkResponse({ type: ReportAnswer })
  async roster(@Query() { region }: RegionWish): Promise<ReportAnswer> {
    return { data: (await this.rosters.list({ regionCode: region })).data };
  }
}
