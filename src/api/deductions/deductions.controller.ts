import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { DeductionPoliciesService } from '../../modules/deductions/deduction-policies.service.js';
import { RemittancesService } from '../../modules/deductions/remittances.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  ChoicesAnswer,
  ChoiceWish,
  ChosenAnswer,
  RemittanceAnswer,
  RemittanceWish,
  TaxMonthsAnswer,
  TaxWish,
} from './deduction.dto.js';

/** What is taken off honor, and what of it was passed on. */
@ApiTags('Potongan')
@Controller()
export class DeductionsController {
  constructor(
    private readonly policies: DeductionPoliciesService,
    private readonly remittances: RemittancesService,
  ) {}

  @Get('deduction-choices')
  @Reads('deduction.read')
  @ApiOperation({ summary: 'Kebijakan potongan yang dipilih tiap pembayar' })
  @ApiOkResponse({ type: ChoicesAnswer })
  async choices(@Query() wish: PageWish): Promise<ChoicesAnswer> {
    const { items, ...next } = await onePage(
      wish,
      ['string', 'string', 'day', 'number'],
      (part) => this.policies.choices(part),
      ({ payer, kind, from, id }) => [payer, kind, from, id],
    );
    const choices = items.map(({ payer, kind, policy, from, note }) => ({ payer, kind, policy, from, note }));
    return { items: choices, ...next };
  }

  @Post('deduction-choices')
  @HttpCode(200)
  @Acts('deduction.choose')
  @ApiOperation({ summary: 'Memilih kebijakan potongan untuk satu pembayar' })
  @ApiOkResponse({ type: ChosenAnswer })
  choose(@Body() wish: ChoiceWish, @By() { person }: Visitor): Promise<ChosenAnswer> {
    const { payer, policy, note } = wish;
    return this.policies.choose({ payer, policy, note, from: plainDate(wish.from), by: person.userId });
  }

  @Get('tax-months')
  @Reads('tax.read')
  @ApiOperation({ summary: 'Potongan yang dipungut, disetor, dan terutang' })
  @ApiOkResponse({ type: TaxMonthsAnswer })
  months(@Query() { payer, ...wish }: TaxWish): Promise<TaxMonthsAnswer> {
    return onePage(
      wish,
      ['string', 'string', 'string'],
      (part) => this.remittances.list(payer ?? null, part),
      ({ payer: of, kind, period }) => [of, kind, period],
    );
  }

  @Post('tax-remittances')
  @HttpCode(200)
  @Acts('tax.remit')
  @ApiOperation({ summary: 'Mencatat setoran potongan dengan buktinya' })
  @ApiOkResponse({ type: RemittanceAnswer })
  async remit(@Body() wish: RemittanceWish, @By() { person }: Visitor): Promise<RemittanceAnswer> {
    const { payer, kind, proof } = wish;
    const by = { id: person.userId, username: person.username };
    const [amount, on, period] = [BigInt(wish.amount), plainDate(wish.on), serviceMonth(wish.period)];
    const { isNew, outstanding, ...done } = await this.remittances.remit({
      payer,
      kind,
      proof,
      amount,
      on,
      period,
      by,
    });
    return { payer, kind, period, amount, proof: done.proof, isNew, outstanding };
  }
}
