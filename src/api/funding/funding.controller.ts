import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { BudgetRevisionService } from '../../modules/funding-sources/budget-revision.service.js';
import { FundingSourcesService } from '../../modules/funding-sources/funding-sources.service.js';
import { ReceiptsService } from '../../modules/funding-sources/receipts.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  ReceiptAnswer,
  ReceiptWish,
  RetractionWish,
  RevisionAnswer,
  RevisionWish,
  SourceAnswer,
  SourcesPage,
  SourcesWish,
} from './funding.dto.js';

type Received = Awaited<ReturnType<ReceiptsService['receive']>>;

/** Budget lines: what they may pay, and the cash that came in for them. */
@ApiTags('Dana')
@Controller('funding-sources')
export class FundingController {
  constructor(
    private readonly sources: FundingSourcesService,
    private readonly receipts: ReceiptsService,
    private readonly revisions: BudgetRevisionService,
  ) {}

  @Get()
  @Reads('funding.read')
  @ApiOperation({ summary: 'Sumber dana: pagu, cadangan, realisasi, dan kas' })
  @ApiOkResponse({ type: SourcesPage })
  async list(@Query() { payer, label, year: fiscalYear, ...page }: SourcesWish): Promise<SourcesPage> {
    const { after, limit } = windowOf(page, ['number']);
    const found = await this.sources.page({ payer, label, fiscalYear, after: after?.[0], limit: limit + 1 });
    const { items, next } = pageFrom(found, ({ id }) => [id], limit);
    return { items: items.map(sourceAnswer), ...(next !== undefined && { next }) };
  }

  @Post('receipts')
  @HttpCode(200)
  @Acts('funding.receive')
  @ApiOperation({ summary: 'Mencatat kas yang masuk untuk satu sumber dana' })
  @ApiOkResponse({ type: ReceiptAnswer })
  async receive(@Body() wish: ReceiptWish, @By() { person }: Visitor): Promise<ReceiptAnswer> {
    const { amount, on, note = null, ...named } = wish;
    const by = { id: person.userId, username: person.username };
    const receipt = { ...named, amount: BigInt(amount), on: plainDate(on), note, by };
    return receiptAnswer(await this.receipts.receive(receipt));
  }

  @Post('receipts/retraction')
  @HttpCode(200)
  @Acts('funding.receive')
  @ApiOperation({ summary: 'Membatalkan kas masuk yang salah dicatat' })
  @ApiOkResponse({ type: ReceiptAnswer })
  async retract(@Body() wish: RetractionWish, @By() { person }: Visitor): Promise<ReceiptAnswer> {
    const by = { id: person.userId, username: person.username };
    const { payer, label, fiscalYear, reference, reason } = wish;
    const retraction = { payer, label, fiscalYear, reference, reason, by };
    return receiptAnswer(await this.receipts.retract(retraction));
  }

  @Post('revisions')
  @HttpCode(200)
  @Acts('funding.revise')
  @ApiOperation({ summary: 'Mengubah pagu menurut perubahan anggaran' })
  @ApiOkResponse({ type: RevisionAnswer })
  revise(@Body() wish: RevisionWish, @By() { person }: Visitor): Promise<RevisionAnswer> {
    const { ceiling, ...named } = wish;
    return this.revisions.revise({ ...named, to: BigInt(ceiling), by: person.userId });
  }
}

function receiptAnswer({ source, amount, on, reference, isNew, received }: Received): ReceiptAnswer {
  return { source, amount, on, reference, isNew, received };
}

function sourceAnswer(source: SourceAnswer): SourceAnswer {
  const { id, payer, label, fiscalYear, ceiling, reserved, spent, received } = source;
  return { id, payer, label, fiscalYear, ceiling, reserved, spent, received };
}
