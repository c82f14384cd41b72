import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { maskNik } from '../../core/formats/mask.js';
import { describe } from '../../core/messages/describe.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { ActivityVerificationService } from '../../modules/activities/activity-verification.service.js';
import { EntitlementsService } from '../../modules/entitlements/entitlements.service.js';
import { ExplanationService } from '../../modules/reports/explanation.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  CalculationAnswer,
  CalculationWish,
  ExplanationAnswer,
  VerificationAnswer,
  VerificationWish,
} from './honor.dto.js';
import { MonthWish } from './month-wish.js';

/** What is owed, and why. */
@ApiTags('Honor')
@Controller()
export class HonorController {
  constructor(
    private readonly entitlements: EntitlementsService,
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
  @HttpCode(200)
  @Acts('honor.calculate')
  @ApiOperation({ summary: 'Menghitung honor' })
  @ApiOkResponse({ type: CalculationAnswer })
  async calculate(@Body() wish: CalculationWish, @By() { person }: Visitor): Promise<CalculationAnswer> {
    const months = wish.months.map(serviceMonth);
    const by = { id: person.userId, username: person.username };
    const report = await this.entitlements.calculate({ regionCode: wish.region, months, by });
    const { calculationId, kader, changedLines, changedGross, gross, bySource } = report;
    const exclusions = report.exclusions.map((one) => ({
      kader: one.kaderName,
      nik: maskNik(one.nik),
      nagari: one.nagariCode,
      month: one.month,
      component: one.component,
      code: one.code,
      message: describe(one.code, one.facts),
    }));
    return { calculationId, kader, changedLines, changedGross, gross, bySource, exclusions };
  }

  /** By the number of the kader, so that no NIK stands in an address. */
  @Get('kader/:kader/explanation')
  @Reads('honor.explain')
  @ApiOperation({ summary: 'Mengapa honor seorang kader sekian' })
  @ApiOkResponse({ type: ExplanationAnswer })
  async explain(
    @NumberInPath('kader') kader: number,
    @Query() { month }: MonthWish,
  ): Promise<ExplanationAnswer> {
    return {
      explanation: await this.explanations.explain({ kader: String(kader), month: serviceMonth(month) }),
    };
  }
}
