import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { describe } from '../../core/messages/describe.js';
import { plainDate } from '../../core/shared/plain-date.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import {
  PaymentRequestStepsService,
  type Seeing,
} from '../../modules/payment-requests/payment-request-steps.service.js';
import {
  PaymentRequestsService,
  type DraftCommand,
  type PaymentRequest,
} from '../../modules/payment-requests/payment-requests.service.js';
import { UsersService, type User } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { isKnownVersion, KnowsVersion, NeedsVersion } from '../../web/version.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { detailsAnswer, requestAnswer } from './request-answer.js';
import { RequestDesk } from './request-desk.service.js';
import { RequestsWish } from './request-list.dto.js';
import { RequestDetailsAnswer } from './request-details.dto.js';
import { DraftWish, PriorYearWish, StepWish } from './request-wish.dto.js';
import { DraftAnswer, ReasonWish, RequestAnswer, RequestPage } from './request.dto.js';

type Step = (number: string, by: User, seeing: Seeing) => Promise<PaymentRequest>;

type Said = Awaited<ReturnType<RequestDesk['said']>>;

interface Taken {
  readonly id: number;
  readonly request: Request;
  readonly by: Visitor;
}

/** Payment requests (SPP): drafts, and the steps of four people. */
@ApiTags('SPP')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: PaymentRequestsService,
    private readonly steps: PaymentRequestStepsService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
    private readonly desk: RequestDesk,
  ) {}

  @Get()
  @Reads('request.read')
  @ApiOperation({ summary: 'Daftar SPP' })
  @ApiOkResponse({ type: RequestPage })
  async list(@Query() { payer, state, year, ...page }: RequestsWish): Promise<RequestPage> {
    const { after, limit } = windowOf(page, ['number']);
    const filter = { payer, state, year, after: after?.[0], limit: limit + 1 };
    const { items, next } = pageFrom(await this.requests.page(filter), ({ id }) => [id], limit);
    return { items: items.map(requestAnswer), ...(next !== undefined && { next }) };
  }

  @Get(':id')
  @Reads('request.read')
  @KnowsVersion()
  @ApiOperation({ summary: 'Satu SPP dengan langkah, orang, dan potongannya' })
  @ApiOkResponse({ type: RequestDetailsAnswer })
  async show(
    @NumberInPath('id') id: number,
    @By() { person }: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RequestDetailsAnswer | undefined> {
    const found = await this.requests.byId(id);
    const version = await this.current.run(person, () => this.requests.versionOf(found));
    if (isKnownVersion(request, response, version)) return undefined;
    const details = await this.requests.show(found.number);
    return detailsAnswer(details);
  }

  @Post()
  @Acts('request.draft')
  @ApiOperation({ summary: 'Menyusun SPP' })
  @ApiCreatedResponse({ type: DraftAnswer })
  async draft(@Body() wish: DraftWish, @By() { person }: Visitor): Promise<DraftAnswer> {
    const by = await this.users.require(person.username);
    const { request, heldOut, leftOut } = await this.requests.draft(draftCommand(wish, by));
    const held = heldOut.map(({ payee, owed, reason: { code, facts } }) => {
      return { kader: payee.name, owed, code, message: describe(code, facts), facts };
    });
    return { request: requestAnswer(request), heldOut: held, leftOut };
  }

  @Post(':id/submission')
  @HttpCode(200)
  @Acts('request.submit')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mengajukan SPP' })
  @ApiOkResponse({ type: RequestAnswer })
  submit(@NumberInPath('id') id: number, @Req() request: Request, @By() by: Visitor): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) =>
      this.steps.submit(number, user, undefined, seeing),
    );
  }

  @Post(':id/verification')
  @HttpCode(200)
  @Acts('request.verify')
  @NeedsVersion()
  @ApiOperation({ summary: 'Memverifikasi SPP' })
  @ApiBody({ type: StepWish, required: false })
  @ApiOkResponse({ type: RequestAnswer })
  verify(
    @NumberInPath('id') id: number,
    @Body() wish: StepWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.takeSaying({ id, request, by }, wish, (...step) => this.steps.verify(...step));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Acts('request.approve')
  @NeedsVersion()
  @ApiOperation({ summary: 'Menyetujui SPP' })
  @ApiBody({ type: StepWish, required: false })
  @ApiOkResponse({ type: RequestAnswer })
  approve(
    @NumberInPath('id') id: number,
    @Body() wish: StepWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.takeSaying({ id, request, by }, wish, (...step) => this.steps.approve(...step));
  }

  @Post(':id/release')
  @HttpCode(200)
  @Acts('request.release')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mencairkan SPP' })
  @ApiBody({ type: StepWish, required: false })
  @ApiOkResponse({ type: RequestAnswer })
  release(
    @NumberInPath('id') id: number,
    @Body() wish: StepWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.takeSaying({ id, request, by }, wish, (...step) => this.steps.release(...step));
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @Acts('request.reject')
  @NeedsVersion()
  @ApiOperation({ summary: 'Menolak SPP' })
  @ApiOkResponse({ type: RequestAnswer })
  reject(
    @NumberInPath('id') id: number,
    @Body() { reason }: ReasonWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) =>
      this.steps.reject(number, user, reason, seeing),
    );
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Acts('request.cancel')
  @NeedsVersion()
  @ApiOperation({ summary: 'Membatalkan SPP' })
  @ApiOkResponse({ type: RequestAnswer })
  cancel(
    @NumberInPath('id') id: number,
    @Body() { reason }: ReasonWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) =>
      this.steps.cancel(number, user, reason, seeing),
    );
  }

  private async takeSaying(
    taken: Taken,
    wish: StepWish,
    step: (number: string, by: User, said: Said & Seeing) => ReturnType<Step>,
  ): Promise<RequestAnswer> {
    return this.take(taken, async (number, user, seeing) =>
      step(number, user, { ...(await this.desk.said(wish)), ...seeing }),
    );
  }

  private async take({ id, request, by }: Taken, step: Step): Promise<RequestAnswer> {
    const { number, user, seen } = await this.desk.taking(id, request, by);
    return requestAnswer(await step(number, user, { seen }));
  }
}

function draftCommand(wish: DraftWish, by: User): DraftCommand {
  const { payer, number, retryReturned = false, withinBudget = false } = wish;
  return {
    ...{ payer, months: wish.months.map(serviceMonth), retryReturned, withinBudget, by },
    ...(number !== undefined && { number }),
    ...(wish.priorYear !== undefined && { priorYear: debtOf(wish.priorYear) }),
  };
}

function debtOf({ label, fiscalYear, basis }: PriorYearWish): NonNullable<DraftCommand['priorYear']> {
  const { number, date, title } = basis;
  return { label, fiscalYear, basis: { number: number.trim(), date: plainDate(date), title: title.trim() } };
}
