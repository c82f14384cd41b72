import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { serviceMonth } from '../../core/shared/service-month.js';
import { ActivityVerificationService } from '../../modules/activities/activity-verification.service.js';
import { ExplanationService } from '../../modules/reports/explanation.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { Asks, MayTakeLong, type Asking } from '../jobs/asking.decorator.js';
import { JobDesk } from '../jobs/job-desk.service.js';
import { AnswersData } from '../answer-schemas.js';
import type { AnswerTypes } from '../answer-types.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { CalculationWork } from './calculation.work.js';
import { CalculationAnswer, CalculationWish, VerificationAnswer, VerificationWish } from './honor.dto.js';
import { MonthWish } from './month-wish.js';

/** What is owed, and why. */
@ApiTags('Honor')
@Controller()
export class HonorController {
  constructor(
    private readonly desk: JobDesk,
    private readonly calculation: CalculationWork,
    private readonly activities: ActivityVerificationService,
    private readonly explanations: ExplanationService,
  ) {}

  @Post('activity-verifications')
  @HttpCode(200)
  @Acts('activity.verify')
  @ApiOperation({ summary: 'Memverifikasi kegiatan satu bulan' })
  @ApiOkResponse({ type: VerificationAnswer })
  verify(
    @Body() { region, month }: VerificationWish,
    @By() { person }: Visitor,
  ): Promise<VerificationAnswer> {
    const wish = { regionCode: region, month: serviceMonth(month), by: person.userId };
    return this.activities.verifyActivities(wish);
  }

  @Post('calculations')
  @Acts('honor.calculate')
  @MayTakeLong('wilayah yang lebih luas dari satu nagari')
  @ApiOperation({ summary: 'Menghitung honor' })
  @ApiOkResponse({ type: CalculationAnswer })
  calculate(@Body() wish: CalculationWish, @Asks() asking: Asking): Promise<object> {
    return this.desk.answer(this.calculation, wish, asking);
  }

  /** By the number of the kader, so that no NIK stands in an address. */
  @Get('kader/:kader/explanation')
  @Reads('honor.explain')
  @ApiOperation({ summary: 'Mengapa honor seorang kader sekian' })
  @AnswersData('ExplanationAnswer')
  async explain(
    @NumberInPath('kader') kader: number,
    @Query() { month }: MonthWish,
  ): Promise<AnswerTypes['ExplanationAnswer']> {
    return {
      explanation: await this.explanations.explain({ kader: String(kader), month: serviceMonth(month) }),
    };
  }
}
