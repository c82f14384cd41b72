import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { describe } from '../../core/messages/describe.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { RetentionRulesService } from '../../modules/privacy/retention-rules.service.js';
import { RetentionService, type KaderRetention } from '../../modules/privacy/retention.service.js';
import type { Part } from '../../platform/database/part.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage, pageFrom, windowOf } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { Asks, MayTakeLong, type Asking } from '../jobs/asking.decorator.js';
import { JobDesk } from '../jobs/job-desk.service.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { PseudonymisationWork } from './pseudonymisation.work.js';
import {
  PseudonymisationWish,
  RetentionPage,
  RetentionPageWish,
  RetentionRuleMade,
  RetentionRulesAnswer,
  RetentionRuleWish,
  type KaderRetentionAnswer,
} from './retention.dto.js';

/** How long the data of kader is kept, whose time is over, and taking her name away. */
@ApiTags('Data pribadi')
@Controller()
export class RetentionController {
  constructor(
    private readonly rules: RetentionRulesService,
    private readonly retention: RetentionService,
    private readonly desk: JobDesk,
    private readonly work: PseudonymisationWork,
  ) {}

  @Get('retention-rules')
  @Reads('retention.read')
  @ApiOperation({ summary: 'Berapa lama data kader disimpan, sejak kapan dan menurut apa' })
  @ApiOkResponse({ type: RetentionRulesAnswer })
  list(@Query() wish: PageWish): Promise<RetentionRulesAnswer> {
    const read = (part: Part) => this.rules.list(part);
    return onePage(wish, ['number'], read, ({ id }) => [id]);
  }

  @Post('retention-rules')
  @Acts('retention.set')
  @ApiOperation({ summary: 'Mencatat masa simpan data kader, dengan dasar dan alasannya' })
  @ApiCreatedResponse({ type: RetentionRuleMade })
  async record(
    @Body() { years, from, basis, reason }: RetentionRuleWish,
    @By() { person }: Visitor,
  ): Promise<RetentionRuleMade> {
    const wish = { years, from: plainDate(from), basis, reason };
    return { id: await this.rules.record(wish, person.userId) };
  }

  @Get('retention')
  @Reads('retention.read')
  @ApiOperation({ summary: 'Siapa yang nama dan nomornya akan dihapus, siapa yang tidak, dan mengapa' })
  @ApiOkResponse({ type: RetentionPage })
  async page(@Query() { before, ...page }: RetentionPageWish): Promise<RetentionPage> {
    const { after, limit } = windowOf(page, ['number']);
    const found = await this.retention.page(plainDate(before), after?.[0] ?? 0, limit + 1);
    const { items, ...next } = pageFrom(found, ({ kaderId }) => [kaderId], limit);
    return { items: items.map(retentionAnswer), ...next };
  }

  @Post('pseudonymisations')
  @Acts('kader.pseudonymise')
  @MayTakeLong('selalu; banyaknya ada pada hasil pekerjaan')
  @ApiOperation({
    summary: 'Menghapus nama dan nomor kader yang masa simpannya habis; tidak dapat dibatalkan',
  })
  pseudonymise(@Body() wish: PseudonymisationWish, @Asks() asking: Asking): Promise<object> {
    return this.desk.answer(this.work, wish, asking);
  }
}

function retentionAnswer({ reasons, ...about }: KaderRetention): KaderRetentionAnswer {
  const why = reasons.map((code) => ({ code, message: describe(`privacy.kept.${code}`, {}) }));
  return { ...about, reasons: why };
}
