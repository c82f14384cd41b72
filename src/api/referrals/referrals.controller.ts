import { Body, Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListedReferral } from '../../core/referral/list-referrals.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { KaderRosterService } from '../../modules/kader-roster/kader-roster.service.js';
import { ReferralImportService } from '../../modules/referrals/referral-import.service.js';
import { ReferralsService } from '../../modules/referrals/referrals.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { NumberInPath } from '../../web/path-fields.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import { importAnswer } from '../imports/import-answer.js';
import { ImportAnswer, ImportWish } from '../imports/import.dto.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { AnswerWish, ReferralAnswer, ReferralPage, ReferralsWish, ReferralWish } from './referral.dto.js';

const SHEETS = ['.xlsx', '.csv'];

/** What a posyandu passes on to the OPD of a bidang, and what became of it. */
@ApiTags('Rujukan')
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: ReferralsService,
    private readonly imports: ReferralImportService,
    private readonly roster: KaderRosterService,
  ) {}

  @Get('referrals')
  @Reads('referral.read')
  @ApiOperation({ summary: 'Rujukan, jawaban OPD, dan yang terlambat dijawab' })
  @ApiOkResponse({ type: ReferralPage })
  async list(@Query() { region, opd, open, overdue, ...page }: ReferralsWish): Promise<ReferralPage> {
    const { after, limit } = windowOf(page, ['day', 'number']);
    const filter = { regionCode: region, opdCode: opd, open, overdue };
    const found = await this.referrals.part({ ...filter, after, limit: limit + 1 });
    return pageFrom(found.map(referralAnswer), ({ referredOn, id }) => [referredOn, id], limit);
  }

  /** One referral; everything that stands in its way is told at once. */
  @Post('referrals')
  @Acts('referral.record')
  @ApiOperation({ summary: 'Mencatat satu rujukan' })
  @ApiCreatedResponse({ type: ImportAnswer })
  async record(
    @Body() { kader, on, ...wish }: ReferralWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    const nik = await this.roster.nikOf(kader);
    return importAnswer(await this.imports.record({ ...wish, nik, on: plainDate(on) }, person.userId));
  }

  @Post('referrals/:id/answers')
  @Acts('referral.answer')
  @ApiOperation({ summary: 'Mencatat jawaban OPD atas rujukan' })
  @ApiCreatedResponse({ type: ReferralAnswer })
  async answer(
    @NumberInPath('id') id: number,
    @Body() { answer, on, text }: AnswerWish,
    @By() { person }: Visitor,
  ): Promise<ReferralAnswer> {
    const command = { answer, on: plainDate(on), text, by: person.userId };
    return referralAnswer(await this.referrals.answer(id, command));
  }

  @Post('imports/referrals')
  @HttpCode(200)
  @Acts('referral.record')
  @ApiOperation({ summary: 'Memuat rujukan' })
  @TakesFile()
  @ApiOkResponse({ type: ImportAnswer })
  file(
    @UploadedFile() file: ArrivedFile | undefined,
    @Query() { region: regionCode, dryRun = false }: ImportWish,
    @By() { person }: Visitor,
  ): Promise<ImportAnswer> {
    return withFile(file, SHEETS, async (path) =>
      importAnswer(await this.imports.importFile({ path, by: person.userId, dryRun, regionCode })),
    );
  }
}

// Who recorded it, and the days her OPD has, are not told: the day it is due is.
function referralAnswer(one: ListedReferral): ReferralAnswer {
  const { id, posyandu, registrationNumber, nagariCode, kader, bidang, subject, referredOn, count } = one;
  const { description, opdCode, opdName, state, since, due, answers } = one;
  return {
    ...{ id, posyandu, registrationNumber, nagariCode, kader, bidang, subject, referredOn, count },
    ...{ description, opdCode, opdName, state, since, due, answers },
  };
}
