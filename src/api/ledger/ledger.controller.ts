import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { LedgerAnchorService } from '../../modules/ledger/ledger-anchor.service.js';
import { LedgerBalanceService } from '../../modules/ledger/ledger-balance.service.js';
import { LedgerVerificationService } from '../../modules/ledger/ledger-verification.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { AnswersData } from '../answer-schemas.js';
import type { AnswerTypes } from '../answer-types.js';
import { toldCheck } from '../told-check.js';
import { AnchorWish, PositionWish } from './ledger.dto.js';
import { MayBecomeJob } from '../jobs/may-become-job.decorator.js';

/** The ledger under the books: its balances and its chain. */
@ApiTags('Buku besar')
@Controller('ledger')
export class LedgerController {
  constructor(
    private readonly balances: LedgerBalanceService,
    private readonly anchors: LedgerAnchorService,
    private readonly verification: LedgerVerificationService,
  ) {}

  @Get('balances')
  @Reads('ledger.read')
  @ApiOperation({ summary: 'Saldo buku besar' })
  @AnswersData('BalancesAnswer')
  async balance(@Query() { atPosition }: PositionWish): Promise<AnswerTypes['BalancesAnswer']> {
    return { data: { accounts: await this.balances.balances(positionOf(atPosition)) } };
  }

  @Get('anchor')
  @Reads('ledger.verify')
  @ApiOperation({ summary: 'Jangkar rantai buku besar' })
  @AnswersData('AnchorAnswer')
  async anchor(): Promise<AnswerTypes['AnchorAnswer']> {
    return { data: await this.anchors.anchor() };
  }

  /** Recomputes the whole chain. */
  @Get('verification')
  @Reads('ledger.verify')
  @MayBecomeJob('verification')
  @ApiOperation({ summary: 'Memeriksa seluruh rantai buku besar' })
  @AnswersData('LedgerVerificationAnswer')
  async verify(@Query() { anchor }: AnchorWish): Promise<AnswerTypes['LedgerVerificationAnswer']> {
    return { data: toldCheck(await this.verification.verify(anchor?.toLowerCase())) };
  }
}

function positionOf(atPosition: string | undefined): bigint | undefined {
  return atPosition === undefined ? undefined : BigInt(atPosition);
}
