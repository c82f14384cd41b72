import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { closingKinds } from '../../core/ledger/closing.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { LedgerPeriodsService, type PeriodStep } from '../../modules/ledger/ledger-periods.service.js';
import type { Part } from '../../platform/database/part.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  MonthOfBooksWish,
  PeriodStepAnswer,
  PeriodStepsAnswer,
  ReopeningAskedAnswer,
  ReopeningWish,
} from './ledger.dto.js';

/** Months of the ledger that are closed, and opened again by two people. */
@ApiTags('Buku besar')
@Controller('ledger')
export class PeriodsController {
  constructor(private readonly periods: LedgerPeriodsService) {}

  @Get('periods')
  @Reads('book.read')
  @ApiOperation({ summary: 'Riwayat tutup dan buka buku' })
  @ApiOkResponse({ type: PeriodStepsAnswer })
  async list(@Query() wish: PageWish): Promise<PeriodStepsAnswer> {
    const read = (part: Part) => this.periods.steps(part);
    const { items, ...next } = await onePage(wish, ['number'], read, ({ batchId }) => [batchId]);
    return { items: items.map(stepAnswer), ...next };
  }

  @Post('closings')
  @HttpCode(200)
  @Acts('ledger.close')
  @ApiOperation({ summary: 'Menutup buku sebulan' })
  @ApiOkResponse({ type: PeriodStepAnswer })
  async close(@Body() { month }: MonthOfBooksWish, @By() { person }: Visitor): Promise<PeriodStepAnswer> {
    return stepAnswer(await this.periods.close(serviceMonth(month), person.username));
  }

  @Post('reopening-requests')
  @HttpCode(200)
  @Acts('ledger.close')
  @ApiOperation({ summary: 'Meminta bulan tertutup yang terakhir dibuka kembali' })
  @ApiOkResponse({ type: ReopeningAskedAnswer })
  async askReopening(
    @Body() { month, reason }: ReopeningWish,
    @By() { person }: Visitor,
  ): Promise<ReopeningAskedAnswer> {
    await this.periods.askReopening(serviceMonth(month), reason, person.username);
    return { month, reason, requestedBy: person.username };
  }

  @Post('reopenings')
  @HttpCode(200)
  @Acts('ledger.close')
  @ApiOperation({ summary: 'Mengesahkan buka kembali (orang kedua)' })
  @ApiOkResponse({ type: PeriodStepAnswer })
  async reopen(@Body() { month }: MonthOfBooksWish, @By() { person }: Visitor): Promise<PeriodStepAnswer> {
    return stepAnswer(await this.periods.confirmReopening(serviceMonth(month), person.username));
  }
}

function stepAnswer(step: PeriodStep): PeriodStepAnswer {
  const { kind, period: month, position, hash, reason, requestedBy, actor, recordedAt } = step;
  return {
    ...{ step: kind === closingKinds.closing ? 'closing' : 'reopening', month, reason, requestedBy, actor },
    ...{ position: String(position), hash: hash.toString('hex'), recordedAt },
  };
}
