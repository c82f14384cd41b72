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
import { AnswersPaper } from './paper.js';
import { reportAnswer } from './report-answer.js';
import {
  ArrearsWish,
  RecapWish,
  ReportAnswer,
  RosterWish,
  UnfundedWish,
  ValidationWish,
  YearEndWish,
  YearWish,
} from './report.dto.js';

type Answer = Promise<ReportAnswer | StreamableFile>;
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
  @AnswersPaper(ReportAnswer)
  async arrears(@Query() { by, asOf, as }: ArrearsWish): Answer {
    const on = asOf === undefined ? undefined : plainDate(asOf);
    return reportAnswer('tunggakan', await this.budgets.arrears({ by, asOf: on }), as);
  }

  @Get('forecast')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Perkiraan kebutuhan dana' })
  @AnswersPaper(ReportAnswer)
  async forecast(@Query() { year, as }: YearWish): Answer {
    return reportAnswer('perkiraan', await this.budgets.forecast(year), as);
  }

  @Get('validation')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Kelengkapan data untuk pembayaran' })
  @AnswersPaper(ReportAnswer)
  async validation(@Query() { region: regionCode, endingDays, as }: ValidationWish): Answer {
    return reportAnswer('validasi', await this.validations.report({ regionCode, endingDays }), as);
  }

  @Get('roster')
  @Reads('roster.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Daftar kader' })
  @AnswersPaper(ReportAnswer)
  async roster(@Query() { region: regionCode, posyandu, status, as }: RosterWish): Answer {
    return reportAnswer('kader', await this.rosters.list({ regionCode, posyandu, status }), as);
  }

  @Get('activity-recap')
  @Reads('activity.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Jumlah kegiatan, kader, dan sasaran yang dilayani' })
  @AnswersPaper(ReportAnswer)
  async recap(@Query() { region: regionCode, by = 'type', as, ...wish }: RecapWish): Answer {
    const months = wish.months.map(serviceMonth);
    return reportAnswer('rekap-kegiatan', await this.recaps.recap({ regionCode, months, by }), as);
  }

  @Get('unfunded')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({ summary: 'Yang terutang dan belum ada dananya: berapa, sejak kapan, siapa' })
  @AnswersPaper(ReportAnswer)
  async unfunded(@Query() { payer, year, as }: UnfundedWish): Answer {
    return reportAnswer('belum-terdanai', await this.funds.unfunded({ payer, year }), as);
  }

  @Get('year-end')
  @Reads('report.read')
  @MayBecomeJob('report')
  @ApiOperation({
    summary: 'Hitungan mundur tutup tahun: pagu yang akan hangus, hak yang akan menjadi utang',
  })
  @AnswersPaper(ReportAnswer)
  async yearEnd(@Query() { payer, year, as }: YearEndWish): Answer {
    return reportAnswer('tutup-tahun', await this.funds.yearEnd({ payer, year }), as);
  }
}
