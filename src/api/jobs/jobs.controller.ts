import { Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { JobsService } from '../../modules/jobs/jobs.service.js';
import { attachment } from '../../web/attachment.js';
import { AnswersFile } from '../../web/download.js';
import { Reads, SignedIn } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { exportTypes } from '../ledger-exports/ledger-export.work.js';
import { PseudonymisationAnswer } from '../privacy/retention.dto.js';
import { jobAnswer } from './job-answer.js';
import { JobAnswer, JobsPage, JobsWish } from './job.dto.js';
import { LongWorks } from './long-works.js';

/**
 * Long work: whoever asked for it follows it here. Administrators see how everybody's stands, never what it answered.
 * Kept for a week after it ended, or as the installation says.
 */
@ApiTags('Pekerjaan')
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly jobs: JobsService,
    private readonly works: LongWorks,
  ) {}

  @Get()
  @Reads('job.read')
  @ApiOperation({ summary: 'Pekerjaan sendiri; pengelola melihat semua' })
  @ApiOkResponse({ type: JobsPage })
  async list(@Query() { state, kind, ...page }: JobsWish): Promise<JobsPage> {
    const { after, limit } = windowOf(page, ['number']);
    const found = await this.jobs.list({ state, kind, before: after?.[0], limit: limit + 1 });
    const { items, next } = pageFrom(found, ({ id }) => [id], limit);
    return { items: items.map(jobAnswer), ...(next !== undefined && { next }) };
  }

  @Get(':id')
  @Reads('job.read')
  @ApiOperation({ summary: 'Keadaan satu pekerjaan' })
  @ApiOkResponse({ type: JobAnswer })
  async show(@NumberInPath('id') id: number): Promise<JobAnswer> {
    return jobAnswer(await this.jobs.show(id));
  }

  /** What the route itself would have answered, had it been waited for: also its refusal, and who may have it. */
  @Get(':id/result')
  @Reads('job.read')
  @ApiOperation({ summary: 'Hasil pekerjaan: jawabannya, penolakannya, atau berkas yang dibuat' })
  @AnswersFile(exportTypes, PseudonymisationAnswer)
  async result(@NumberInPath('id') id: number): Promise<object> {
    const result = await this.jobs.result(id, this.works.assertMayAsk);
    if ('json' in result) return JSON.parse(result.json) as object;
    const { content, name, mediaType, bytes } = result;
    return new StreamableFile(content, { type: mediaType, disposition: attachment(name), length: bytes });
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ summary: 'Membatalkan pekerjaan yang belum dimulai' })
  @ApiOkResponse({ type: JobAnswer })
  async cancel(@NumberInPath('id') id: number): Promise<JobAnswer> {
    return jobAnswer(await this.jobs.cancel(id));
  }
}
