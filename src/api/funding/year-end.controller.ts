import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { BudgetProofService } from '../../modules/funding-sources/budget-proof.service.js';
import { YearEndService } from '../../modules/funding-sources/year-end.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { AnswersData } from '../answer-schemas.js';
import type { AnswerTypes } from '../answer-types.js';
import { toldCheck } from '../told-check.js';
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  PriorYearMarkAnswer,
  PriorYearMarkWish,
  YearClosingAnswer,
  YearClosingWish,
} from './year-end.dto.js';

/** The end of a fiscal year, and the proof that budget lines are what their moves made of them. */
@ApiTags('Dana')
@Controller()
export class YearEndController {
  constructor(
    private readonly years: YearEndService,
    private readonly proofs: BudgetProofService,
  ) {}

  @Post('year-closings')
  @HttpCode(200)
  @Acts('funding.close-year')
  @ApiOperation({ summary: 'Menutup tahun anggaran: sisa pagu hangus, hak kader tetap terutang' })
  @ApiOkResponse({ type: YearClosingAnswer })
  async close(@Body() wish: YearClosingWish, @By() { person }: Visitor): Promise<YearClosingAnswer> {
    const { payer, year } = wish;
    const closed = await this.years.closeYear({ payer, year, basis: wish.basis, by: person.userId });
    const lines = closed.lines.map(({ source, ceiling, spent, lapsed, debt }) => {
      return { source, ceiling, spent, lapsed, debt };
    });
    const { on, basis, isNew } = closed;
    return { payer, year, on, basis, lines, isNew };
  }

  @Post('prior-year-marks')
  @HttpCode(200)
  @Acts('funding.close-year')
  @ApiOperation({ summary: 'Menandai satu sumber dana boleh membayar utang tahun lalu' })
  @ApiOkResponse({ type: PriorYearMarkAnswer })
  async mark(@Body() wish: PriorYearMarkWish, @By() { person }: Visitor): Promise<PriorYearMarkAnswer> {
    const { payer, label, fiscalYear } = wish;
    const { number, title, date } = wish.basis;
    const named = { payer, label, fiscalYear, basis: { number, title, date: plainDate(date) } };
    const { source, basis, isNew } = await this.years.markPriorYear({ ...named, by: person.userId });
    return { source, basis, isNew };
  }

  /** Over all budget lines at once, so it is asked by those who check the whole ledger. */
  @Get('budget-proof')
  @Reads('ledger.verify')
  @MayBecomeJob('verification')
  @ApiOperation({
    summary: 'Membuktikan tiap sumber dana sama dengan mutasi, buku besar, dan SPP yang terbuka',
  })
  @AnswersData('BudgetProofAnswer')
  async prove(): Promise<AnswerTypes['BudgetProofAnswer']> {
    return { data: toldCheck(await this.proofs.prove()) };
  }
}
