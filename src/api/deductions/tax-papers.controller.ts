import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { DeductionPoliciesService } from '../../modules/deductions/deduction-policies.service.js';
import { WithholdersService } from '../../modules/deductions/withholders.service.js';
import { WithholdingSlipsService } from '../../modules/deductions/withholding-slips.service.js';
import { inProcessFolder } from '../../platform/files/process-folder.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { KeepsNoAnswer } from '../idempotency/keeps-no-answer.decorator.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  DeductionPoliciesAnswer,
  SlipsAnswer,
  SlipsWish,
  WithholderAnswer,
  WithholdersAnswer,
  WithholderWish,
} from './tax-paper.dto.js';

/** By which rules something is taken off, and the papers that the tax office wants of it. */
@ApiTags('Potongan')
@Controller()
export class TaxPapersController {
  constructor(
    private readonly policies: DeductionPoliciesService,
    private readonly withholders: WithholdersService,
    private readonly slips: WithholdingSlipsService,
  ) {}

  @Get('deduction-policies')
  @Reads('deduction.read')
  @ApiOperation({ summary: 'Kebijakan potongan, setiap versi' })
  @ApiOkResponse({ type: DeductionPoliciesAnswer })
  async list(@Query() wish: PageWish): Promise<DeductionPoliciesAnswer> {
    const { items: versions, ...next } = await onePage(
      wish,
      ['string', 'number'],
      (part) => this.policies.versions(undefined, part),
      ({ policy, version }) => [policy.code, version],
    );
    const items = versions.map(({ id, version, policy, ...standing }) => {
      const { treatment, supersedes, ...about } = policy;
      const { kind, rule, dueDay } = treatment;
      const named = (numbers: readonly number[]) =>
        numbers.map((one) => ({ code: policy.code, version: one }));
      const replaces = named(standing.replaces);
      const became = { inForce: standing.inForce, replaces, replacedBy: named(standing.replacedBy) };
      return { id, version, ...about, ...became, reason: supersedes?.reason ?? null, kind, rule, dueDay };
    });
    return { items, ...next };
  }

  @Get('tax-withholders')
  @Reads('tax.read')
  @ApiOperation({ summary: 'Data pemotong pajak tiap pembayar' })
  @ApiOkResponse({ type: WithholdersAnswer })
  async known(@Query() wish: PageWish): Promise<WithholdersAnswer> {
    const { items: all, ...next } = await onePage(
      wish,
      ['string', 'day', 'number'],
      (part) => this.withholders.list(part),
      ({ payer, from, id }) => [payer, from, id],
    );
    const items = all.map(({ payer, npwp, nitku, name, from, recordedBy }) => {
      return { payer, npwp, nitku, name, from, recordedBy };
    });
    return { items, ...next };
  }

  @Post('tax-withholders')
  @HttpCode(200)
  @Acts('tax.remit')
  @ApiOperation({ summary: 'Mencatat data pemotong sejak suatu tanggal' })
  @ApiOkResponse({ type: WithholderAnswer })
  set(@Body() wish: WithholderWish, @By() { person }: Visitor): Promise<WithholderAnswer> {
    const { payer, npwp, nitku, name } = wish;
    const withholder = { npwp, nitku, name, from: plainDate(wish.from) };
    return this.withholders.set({ payer, ...withholder, by: person.userId });
  }

  /** Whole NIK: asked for as a change, so that it is recorded who took them. */
  @Post('withholding-slips')
  @HttpCode(200)
  @Acts('tax.slips')
  @KeepsNoAnswer()
  @ApiOperation({ summary: 'Lembar bantu bukti potong BP21, dengan NIK lengkap' })
  @ApiOkResponse({ type: SlipsAnswer })
  async write(@Body() { payer, period, format }: SlipsWish): Promise<SlipsAnswer> {
    return inProcessFolder(async (folder) => {
      const name = `bp21.${format}`;
      const path = join(folder, name);
      const written = await this.slips.write({ payer, period: serviceMonth(period), path });
      const { rows, gross, tax, sha256 } = written;
      const content = (await readFile(path)).toString('base64');
      return { name, sha256, rows: rows.length, gross, tax, content };
    });
  }
}
