import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { describe } from '../../core/messages/describe.js';
import { serviceMonth } from '../../core/shared/service-month.js';
import {
  PaymentRequestStepsService,
  type Seeing,
} from '../../modules/payment-requests/payment-request-steps.service.js';
import {
  PaymentRequestsService,
  type PaymentRequest,
} from '../../modules/payment-requests/payment-requests.service.js';
import { UsersService, type User } from '../../modules/users/users.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { isKnownVersion, KnowsVersion, NeedsVersion, seenVersions } from '../../web/version.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  DraftAnswer,
  DraftWish,
  ReasonWish,
  RequestAnswer,
  RequestDetailsAnswer,
  RequestPage,
} from './request.dto.js';
import { RequestsWish } from './request-list.dto.js';
import { requestAnswer } from './request-answer.js';

type Step = (number: string, by: User, seeing: Seeing) => Promise<PaymentRequest>;

/** Payment requests (SPP): drafts, and the steps of four people. */
@ApiTags('SPP')
@Controller('requests')
export class RequestsController {
  constructor(
    private readonly requests: PaymentRequestsService,
    private readonly steps: PaymentRequestStepsService,
    private readonly users: UsersService,
    private readonly current: CurrentActor,
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
    const { preparer, steps, members, deductions } = details;
    return { request: requestAnswer(details.request), preparer, steps, members, deductions };
  }

  @Post()
  @Acts('request.draft')
  @ApiOperation({ summary: 'Menyusun SPP' })
  @ApiCreatedResponse({ type: DraftAnswer })
  async draft(@Body() wish: DraftWish, @By() { person }: Visitor): Promise<DraftAnswer> {
    const by = await this.users.require(person.username);
    const { payer, number, retryReturned = false } = wish;
    const months = wish.months.map(serviceMonth);
    const command = { payer, months, retryReturned, by, ...(number !== undefined && { number }) };
    const { request, heldOut } = await this.requests.draft(command);
    const held = heldOut.map(({ payee, owed, reason: { code, facts } }) => {
      return { kader: payee.name, owed, code, message: describe(code, facts), facts };
    });
    return { request: requestAnswer(request), heldOut: held };
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
  @ApiOkResponse({ type: RequestAnswer })
  verify(@NumberInPath('id') id: number, @Req() request: Request, @By() by: Visitor): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) => this.steps.verify(number, user, seeing));
  }

  @Post(':id/approval')
  @HttpCode(200)
  @Acts('request.approve')
  @NeedsVersion()
  @ApiOperation({ summary: 'Menyetujui SPP' })
  @ApiOkResponse({ type: RequestAnswer })
  approve(
    @NumberInPath('id') id: number,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) => this.steps.approve(number, user, seeing));
  }

  @Post(':id/release')
  @HttpCode(200)
  @Acts('request.release')
  @NeedsVersion()
  @ApiOperation({ summary: 'Mencairkan SPP' })
  @ApiOkResponse({ type: RequestAnswer })
  release(
    @NumberInPath('id') id: number,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<RequestAnswer> {
    return this.take({ id, request, by }, (number, user, seeing) => this.steps.release(number, user, seeing));
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

  private async take(
    { id, request, by }: { id: number; request: Request; by: Visitor },
    step: Step,
  ): Promise<RequestAnswer> {
    const seen = seenVersions(request);
    // With the eyes with which she was shown it: what is outside her scopes is not there for her.
    const { number } = await this.current.read(by.person, () => this.requests.byId(id));
    const user = await this.users.require(by.person.username);
    return requestAnswer(await step(number, user, { seen }));
  }
}
