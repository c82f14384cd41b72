import { Controller, HttpCode, Post, Req, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ClaimSheetService } from '../../modules/payment-requests/claim-sheet.service.js';
import { PaymentRequestStepsService } from '../../modules/payment-requests/payment-request-steps.service.js';
import { Acts } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import { NeedsVersion } from '../../web/version.js';
import { problemAnswer } from '../imports/import-answer.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { requestAnswer } from './request-answer.js';
import { RequestDesk } from './request-desk.service.js';
import { ClaimedAnswer } from './request.dto.js';

/** A nagari's own list of who is to be paid what, held against what was computed. */
@ApiTags('SPP')
@Controller('requests/:id/claimed-submission')
export class ClaimsController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly sheets: ClaimSheetService,
    private readonly steps: PaymentRequestStepsService,
  ) {}

  @Post()
  @HttpCode(200)
  @Acts('request.submit')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mengajukan SPP dengan daftar dari nagari; tiap beda ditolak' })
  @TakesFile()
  @ApiOkResponse({ type: ClaimedAnswer })
  async submit(
    @NumberInPath('id') id: number,
    @UploadedFile() file: ArrivedFile | undefined,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<ClaimedAnswer> {
    const { number, user, seen } = await this.desk.taking(id, request, by);
    return withFile(file, ['.xlsx', '.csv'], async (path) => {
      const { claims, problems } = await this.sheets.read(path);
      if (problems.length > 0) return { applied: false, problems: problems.map(problemAnswer) };
      const submitted = await this.steps.submit(number, user, claims, { seen });
      return { applied: true, request: requestAnswer(submitted), problems: [] };
    });
  }
}
