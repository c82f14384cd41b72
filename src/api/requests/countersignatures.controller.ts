import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { CountersignService } from '../../modules/payment-requests/countersign.service.js';
import { PaymentRequestsService } from '../../modules/payment-requests/payment-requests.service.js';
import { RequestCashService } from '../../modules/payment-requests/request-cash.service.js';
import { RequestEvidenceService } from '../../modules/payment-requests/request-evidence.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { NeedsVersion } from '../../web/version.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { withMandate } from './request-answer.js';
import { RequestDesk } from './request-desk.service.js';
import { CashLinesAnswer, CountersignedAnswer, SigningAnswer } from './request-evidence.dto.js';
import { CountersignWish } from './request-wish.dto.js';

/** What stands beside the steps of a request: the signatures that its amount asks for, and the cash behind it. */
@ApiTags('SPP')
@Controller('requests/:id')
export class CountersignaturesController {
  constructor(
    private readonly desk: RequestDesk,
    private readonly requests: PaymentRequestsService,
    private readonly service: CountersignService,
    private readonly evidence: RequestEvidenceService,
    private readonly cash: RequestCashService,
  ) {}

  @Get('countersignatures')
  @Reads('request.read')
  @ApiOperation({ summary: 'Tanda tangan menurut jenjang: yang diminta, dan yang sudah ada' })
  @ApiOkResponse({ type: SigningAnswer })
  async list(@NumberInPath('id') id: number): Promise<SigningAnswer> {
    const { signing } = await this.evidence.of(await this.requests.byId(id));
    return { ...signing, countersignatures: signing.countersignatures.map(withMandate) };
  }

  @Post('countersignatures')
  @HttpCode(200)
  @Acts('request.countersign')
  @NeedsVersion()
  @ApiOperation({ summary: 'Menandatangani SPP menurut jenjangnya' })
  @ApiOkResponse({ type: CountersignedAnswer })
  async countersign(
    @NumberInPath('id') id: number,
    @Body() wish: CountersignWish,
    @Req() request: Request,
    @By() by: Visitor,
  ): Promise<CountersignedAnswer> {
    const { number, user, seen } = await this.desk.taking(id, request, by);
    const said = await this.desk.said(wish);
    const command = { ...said, number, seen, as: wish.as, by: user };
    const { step, awaited, ...signed } = await this.service.countersign(command);
    return { step, function: signed.function, awaited };
  }

  @Get('cash')
  @Reads('request.read')
  @ApiOperation({ summary: 'Kas di belakang SPP: yang masuk, yang sudah dibayar, dan kurangnya' })
  @ApiOkResponse({ type: CashLinesAnswer })
  async cashOf(@NumberInPath('id') id: number): Promise<CashLinesAnswer> {
    return { items: await this.cash.of(await this.requests.byId(id)) };
  }
}
