import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { describe } from '../../core/messages/describe.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import { CashRecoveryService } from '../../modules/overpayments/cash-recovery.service.js';
import { LineTransfersService } from '../../modules/overpayments/line-transfers.service.js';
import { OverpaymentPlansService } from '../../modules/overpayments/overpayment-plans.service.js';
import { OverpaymentsService } from '../../modules/overpayments/overpayments.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import type { Part } from '../../platform/database/part.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { onePage } from '../../web/page-of.js';
import { NumberInPath } from '../../web/path-fields.js';
import { isKnownVersion, KnowsVersion, NeedsVersion, seenVersions } from '../../web/version.js';
import { OfPayerWish } from '../approvals/approval.dto.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  agreedPlanAnswer,
  caseAnswer,
  caseDetailsAnswer,
  unopenedAnswer,
  unsettledAnswer,
} from './overpayment-answer.js';
import {
  CaseDetailsAnswer,
  CasesAnswer,
  CasesPage,
  OpeningWish,
  TransfersAnswer,
  UnopenedPage,
  UnsettledPage,
} from './overpayment.dto.js';
import { AgreedPlanAnswer, CashOutcomeAnswer, CashWish, RecoveryPlanWish } from './recovery.dto.js';

/** What kader were paid too much, and how it comes back. */
@ApiTags('Kelebihan bayar')
@Controller('overpayments')
export class OverpaymentsController {
  constructor(
    private readonly overpayments: OverpaymentsService,
    private readonly transfers: LineTransfersService,
    private readonly plans: OverpaymentPlansService,
    private readonly cash: CashRecoveryService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
  ) {}

  @Get()
  @Reads('overpayment.read')
  @ApiOperation({ summary: 'Kasus kelebihan bayar, dengan sisanya' })
  @ApiOkResponse({ type: CasesPage })
  async list(@Query() { payer, ...wish }: OfPayerWish): Promise<CasesPage> {
    const read = (part: Part) => this.overpayments.cases(payer, part);
    const { items, ...next } = await onePage(wish, ['number'], read, ({ id }) => [id]);
    return { items: items.map(caseAnswer), ...next };
  }

  @Get('unopened')
  @Reads('overpayment.read')
  @ApiOperation({ summary: 'Kelebihan bayar yang belum menjadi kasus' })
  @ApiOkResponse({ type: UnopenedPage })
  async unopened(@Query() { payer, ...wish }: OfPayerWish): Promise<UnopenedPage> {
    const { items, ...next } = await onePage(
      wish,
      ['number', 'number'],
      (part) => this.overpayments.unopened(payer, part),
      ({ payingBodyId, kaderId }) => [payingBodyId, kaderId],
    );
    return { items: items.map(unopenedAnswer), ...next };
  }

  @Get('moves')
  @Reads('overpayment.read')
  @ApiOperation({ summary: 'Honor yang pindah sumber dana sesudah dibayar dan bebannya belum dipindahkan' })
  @ApiOkResponse({ type: UnsettledPage })
  async moves(@Query() { payer, ...wish }: OfPayerWish): Promise<UnsettledPage> {
    const { items, ...next } = await onePage(
      wish,
      ['number', 'number'],
      (part) => this.transfers.unsettled(payer, part),
      ({ payingBodyId, kaderId }) => [payingBodyId, kaderId],
    );
    return { items: items.map(unsettledAnswer), ...next };
  }

  @Get(':id')
  @Reads('overpayment.read')
  @KnowsVersion()
  @ApiOperation({ summary: 'Satu kasus: koreksi asalnya, rencana, kuitansi, potongan, dan sisanya' })
  @ApiOkResponse({ type: CaseDetailsAnswer })
  async show(
    @NumberInPath('id') id: number,
    @By() { person }: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CaseDetailsAnswer | undefined> {
    const number = await this.overpayments.numberOf(id);
    const version = await this.current.run(person, () => this.overpayments.versionOf(number));
    if (isKnownVersion(request, response, version)) return undefined;
    return caseDetailsAnswer(await this.overpayments.show(number));
  }

  @Post()
  @Acts('overpayment.open')
  @ApiOperation({ summary: 'Membuka kasus untuk kelebihan bayar yang ditemukan' })
  @ApiCreatedResponse({ type: CasesAnswer })
  async open(@Body() { payer, kader }: OpeningWish, @By() { person }: Visitor): Promise<CasesAnswer> {
    const by = await this.users.require(person.username);
    const only = kader === undefined ? undefined : String(kader);
    return { items: (await this.overpayments.open(payer, only, by)).map(caseAnswer) };
  }

  @Post('transfers')
  @HttpCode(200)
  @Acts('overpayment.transfer')
  @ApiOperation({
    summary: 'Memindahkan beban antar-sumber dana untuk honor yang pindah sumber sesudah dibayar',
  })
  @ApiOkResponse({ type: TransfersAnswer })
  async transfer(@Body() { payer, kader }: OpeningWish, @By() { person }: Visitor): Promise<TransfersAnswer> {
    const by = await this.users.require(person.username);
    const only = kader === undefined ? undefined : String(kader);
    const { moved, waiting } = await this.transfers.settle(payer, only, by);
    const reasons = waiting.map(({ code, facts }) => ({ code, message: describe(code, facts) }));
    return { moved, waiting: reasons };
  }

  @Post(':id/plans')
  @HttpCode(200)
  @Acts('overpayment.agree')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mencatat kesanggupan mencicil; orang lain mengesahkan' })
  @ApiOkResponse({ type: AgreedPlanAnswer })
  async agree(
    @NumberInPath('id') id: number,
    @Body() wish: RecoveryPlanWish,
    @Req() request: Request,
    @By() { person }: Visitor,
  ): Promise<AgreedPlanAnswer> {
    const seen = seenVersions(request);
    const by = await this.users.require(person.username);
    const { mode, document } = wish;
    const plan = { instalment: BigInt(wish.instalment), from: serviceMonth(wish.from), mode, document };
    return agreedPlanAnswer(await this.plans.propose(await this.numberOf(id), plan, by, seen));
  }

  @Post(':id/plan-confirmation')
  @HttpCode(200)
  @Acts('overpayment.confirm')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mengesahkan rencana cicilan (orang kedua)' })
  @ApiOkResponse({ type: AgreedPlanAnswer })
  async confirm(
    @NumberInPath('id') id: number,
    @Req() request: Request,
    @By() { person }: Visitor,
  ): Promise<AgreedPlanAnswer> {
    const versions = seenVersions(request);
    const by = await this.users.require(person.username);
    return agreedPlanAnswer(await this.plans.confirm(await this.numberOf(id), by, { versions }));
  }

  @Post(':id/receipts')
  @HttpCode(200)
  @Acts('overpayment.receive')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mencatat pengembalian tunai, dengan kuitansi' })
  @ApiOkResponse({ type: CashOutcomeAnswer })
  async receive(
    @NumberInPath('id') id: number,
    @Body() wish: CashWish,
    @Req() request: Request,
    @By() { person }: Visitor,
  ): Promise<CashOutcomeAnswer> {
    const seen = seenVersions(request);
    const by = await this.users.require(person.username);
    const caseNumber = await this.numberOf(id);
    const [given, day] = [BigInt(wish.amount), plainDate(wish.on)];
    const command = { caseNumber, amount: given, on: day, receipt: wish.receipt, by, seen };
    const { amount, on, receipt, isNew, rest } = await this.cash.receive(command);
    return { amount, on, receipt, isNew, rest };
  }

  /** Somebody who acts finds the cases that she may read: others are not there for her. */
  private numberOf(id: number): Promise<string> {
    return this.current.look('overpayment.read', () => this.overpayments.numberOf(id));
  }
}
