import { Controller, Get, HttpCode, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApprovalBandsService } from '../../modules/approvals/approval-bands.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { TakesFile } from '../../web/upload.interceptor.js';
import { withFile, type ArrivedFile } from '../../web/uploaded-file.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  BandDifferenceWish,
  BandImportAnswer,
  BandVersionsAnswer,
  DifferenceAnswer,
} from './approval.dto.js';

/** From which amount on somebody else must sign as well. */
@ApiTags('Jenjang persetujuan')
@Controller('approval-bands')
export class ApprovalBandsController {
  constructor(private readonly bands: ApprovalBandsService) {}

  @Get()
  @Reads('approval.read')
  @ApiOperation({ summary: 'Jenjang persetujuan, setiap versi' })
  @ApiOkResponse({ type: BandVersionsAnswer })
  async list(@Query() wish: PageWish): Promise<BandVersionsAnswer> {
    const { items, ...next } = await onePage(
      wish,
      ['string', 'string', 'number'],
      (part) => this.bands.list(part),
      ({ set, version }) => [set.scope, set.appliesTo, version],
    );
    return { items: items.map(({ set, ...version }) => ({ ...set, ...version })), ...next };
  }

  @Post()
  @HttpCode(200)
  @Acts('approval.import')
  @ApiOperation({ summary: 'Memberlakukan jenjang persetujuan dari berkas' })
  @TakesFile()
  @ApiOkResponse({ type: BandImportAnswer })
  import(
    @UploadedFile() file: ArrivedFile | undefined,
    @By() { person }: Visitor,
  ): Promise<BandImportAnswer> {
    return withFile(file, ['.yaml', '.yml', '.json'], (path) => this.bands.importFile(path, person.userId));
  }

  @Get('difference')
  @Reads('approval.read')
  @ApiOperation({ summary: 'Apa yang berbeda antara dua versi jenjang' })
  @ApiOkResponse({ type: DifferenceAnswer })
  async difference(
    @Query() { scope, appliesTo, before, after }: BandDifferenceWish,
  ): Promise<DifferenceAnswer> {
    return { lines: await this.bands.diff({ scope, appliesTo }, before, after) };
  }
}
