import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Controller, HttpCode, Post, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { BankResultsService } from '../../modules/payment-requests/bank-results.service.js';
import { PaymentFilesService } from '../../modules/payment-requests/payment-files.service.js';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { inProcessFolder } from '../../platform/files/process-folder.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import { KeepsNoAnswer } from '../idempotency/keeps-no-answer.decorator.js';
import { problemAnswer } from '../imports/import-answer.js';
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { PaymentFilesAnswer, ReconciliationAnswer } from './disbursement.dto.js';

/** The papers that pay people, for those who pay, and what the bank answered. */
@ApiTags('Pembayaran')
@Controller('requests/:id')
export class DisbursementsController {
  constructor(
    private readonly files: PaymentFilesService,
    private readonly results: BankResultsService,
    private readonly requests: PaymentRequestsService,
    private readonly current: CurrentActor,
    private readonly users: UsersService,
  ) {}

  /** Whole account numbers: asked for as a change, so that it is recorded who took them. */
  @Post('payment-files')
  @HttpCode(200)
  @Acts('disbursement.export')
  @KeepsNoAnswer()
  @ApiOperation({ summary: 'Daftar penerimaan dan berkas bank, dengan rekening utuh' })
  @ApiOkResponse({ type: PaymentFilesAnswer })
  async export(@NumberInPath('id') id: number): Promise<PaymentFilesAnswer> {
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    return inProcessFolder(async (folder) => {
      const written = await this.files.export(number, folder);
      const items = written.map(async ({ kind, sha256, rows, total, path }) => {
        const content = (await readFile(path)).toString('base64');
        return { kind, sha256, rows, total, content, name: basename(path) };
      });
      return { items: await Promise.all(items) };
    });
  }

  @Post('bank-results')
  @HttpCode(200)
  @Acts('disbursement.reconcile')
  @MayBecomeJob('bank-results')
  @ApiOperation({ summary: 'Memuat jawaban bank' })
  @TakesFile()
  @ApiOkResponse({ type: ReconciliationAnswer })
  async reconcile(
    @NumberInPath('id') id: number,
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<ReconciliationAnswer> {
    const { number } = await this.current.look('request.read', () => this.requests.byId(id));
    const by = await this.users.require(person.username);
    return withFile(file, ['.xlsx', '.csv'], async (path) => {
      const { problems, ...report } = await this.results.reconcile(number, path, by);
      const { applied, paid, returned, known, outstanding, state, returnedTo } = report;
      const told = returnedTo.map(({ reference, name, account, amount, remark }) => {
        return { reference, name, account, amount, remark };
      });
      const counts = { applied, paid, returned, known, outstanding, state };
      return { ...counts, problems: problems.map(problemAnswer), returnedTo: told };
    });
  }
}
