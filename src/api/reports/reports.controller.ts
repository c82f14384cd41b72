import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { ActivityRecapService } from '../../modules/reports/activity-recap.service.js';
import { BudgetReportsService } from '../../modules/reports/budget-reports.service.js';
import { RosterListService } from '../../modules/reports/roster-list.service.js';
import { UnfundedService } from '../../modules/reports/unfunded.service.js';
import { ValidationService } from '../../modules/reports/validation.service.js';
import { Reads } from '../../web/operation.decorator.js';
import type { AnswerName, AnswerTypes } from '../answer-types.js';
import { AnswersPaper } from './paper.js';
import { reportAnswer } from './report-answer.js';
import {
  ArrearsWish,
  RecapWish,
  RosterWish,
  UnfundedWish,
  ValidationWish,
  YearEndWish,
  YearWish,
} from './report.dto.js';

type Answer<Name extends AnswerName> = Promise<AnswerTypes[Name] | StreamableFile>;
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';

/** What Pokjanal, offices and auditors read, as data or on paper; each sees the rows of her scopes. */
@ApiTags('Laporan')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly budgets: BudgetReportsService,
    private readonly rosters: RosterListService,
    private readonly validations: ValidationService,
    private readonly funds: UnfundedService,
    private readonly recaps: ActivityRecapService,
  ) {}

  @Get('arrears')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Tunggakan honor' })
  @AnswersPaper('ArrearsAnswer')
  async arrears(@Query() { by, asOf, as }: ArrearsWish): Answer<'ArrearsAnswer'> {
    const on = asOf === undefined ? undefined : plainDate(asOf);
    return reportAnswer('tunggakan', await this.budgets.arrears({ by, asOf: on }), as);
  }

  @Get('forecast')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Perkiraan kebutuhan dana' })
  @AnswersPaper('ForecastAnswer')
  async forecast(@Query() { year, as }: YearWish): Answer<'ForecastAnswer'> {
    return reportAnswer('perkiraan', await this.budgets.forecast(year), as);
  }

  @Get('validation')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Kelengkapan data untuk pembayaran' })
  @AnswersPaper('ValidationAnswer')
  async validation(
    @Query() { region: regionCode, endingDays, as }: ValidationWish,
  ): Answer<'ValidationAnswer'> {
    return reportAnswer('validasi', await this.validations.report({ regionCode, endingDays }), as);
  }

  @Get('roster')
  @Reads('roster.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Daftar kader' })
  @AnswersPaper('RosterAnswer')
  async roster(@Query() { region: regionCode, posyandu, status, as }: RosterWish): Answer<'RosterAnswer'> {
    return reportAnswer('kader', await this.rosters.list({ regionCode, posyandu, status }), as);
  }

  @Get('activity-recap')
  @Reads('activity.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Jumlah kegiatan, kader, dan sasaran yang dilayani' })
  @AnswersPaper('RecapAnswer')
  async recap(@Query() { region: regionCode, by = 'type', as, ...wish }: RecapWish): Answer<'RecapAnswer'> {
    const months = wish.months.map(serviceMonth);
    return reportAnswer('rekap-kegiatan', await this.recaps.recap({ regionCode, months, by }), as);
  }

  @Get('unfunded')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Yang terutang dan belum ada dananya: berapa, sejak kapan, siapa' })
  @AnswersPaper('UnfundedAnswer')
  async unfunded(@Query() { payer, year, as }: UnfundedWish): Answer<'UnfundedAnswer'> {
    return reportAnswer('belum-terdanai', await this.funds.unfunded({ payer, year }), as);
  }

  @Get('year-end')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({
    summary: 'Hitungan mundur tutup tahun: pagu yang akan hangus, hak yang akan menjadi utang',
  })
  @AnswersPaper('YearEndAnswer')
  async yearEnd(@Query() { payer, year, as }: YearEndWish): Answer<'YearEndAnswer'> {
    return reportAnswer('tutup-tahun', await this.funds.yearEnd({ payer, year }), as);
  }
}
