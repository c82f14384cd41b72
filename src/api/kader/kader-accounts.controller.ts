import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { plainDate } from '../../core/shared/plain-date.js';
import { HeirsService } from '../../modules/kader-roster/heirs.service.js';
import { KaderRosterService } from '../../modules/kader-roster/kader-roster.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import type { Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { AccountWish, ConfirmedAccountAnswer, HeirsAnswer, HeirWish } from './account.dto.js';

/** Where the money of a kader goes, by two persons: her changed account, and her heirs when she died. */
@ApiTags('Kader')
@Controller('kader/:kader')
export class KaderAccountsController {
  constructor(
    private readonly roster: KaderRosterService,
    private readonly heirs: HeirsService,
  ) {}

  @Post('account-confirmation')
  @HttpCode(200)
  @Acts('roster.confirm-account')
  @ApiOperation({ summary: 'Mengonfirmasi perubahan rekening (orang kedua)' })
  @ApiOkResponse({ type: ConfirmedAccountAnswer })
  async confirmAccount(
    @NumberInPath('kader') kader: number,
    @Body() { account }: AccountWish,
    @By() { person }: Visitor,
  ): Promise<ConfirmedAccountAnswer> {
    const kaderNik = await this.roster.nikOf(kader);
    return this.roster.confirmAccount({ kaderNik, account, by: person.userId });
  }

  @Get('heirs')
  @Reads('roster.read')
  @ApiOperation({ summary: 'Ahli waris seorang kader, yang berlaku dahulu' })
  @ApiOkResponse({ type: HeirsAnswer })
  async show(@NumberInPath('kader') kader: number): Promise<HeirsAnswer> {
    return this.heirs.show(await this.roster.nikOf(kader));
  }

  @Post('heirs')
  @Acts('heir.record')
  @ApiOperation({ summary: 'Mencatat ahli waris kader yang meninggal' })
  @ApiCreatedResponse({ type: HeirsAnswer })
  async record(
    @NumberInPath('kader') kader: number,
    @Body() { nik, diedOn, proof, ...wish }: HeirWish,
    @By() { person }: Visitor,
  ): Promise<HeirsAnswer> {
    const { sha256, ...paper } = proof;
    const stated = {
      ...wish,
      nik,
      diedOn: plainDate(diedOn),
      proof: { ...paper, date: plainDate(proof.date), sha256 },
    };
    return this.heirs.record(await this.roster.nikOf(kader), stated, person.userId);
  }

  @Post('heirs/confirmation')
  @HttpCode(200)
  @Acts('heir.confirm')
  @ApiOperation({ summary: 'Mengonfirmasi ahli waris (orang kedua, sesudah melihat bukti aslinya)' })
  @ApiOkResponse({ type: HeirsAnswer })
  async confirm(
    @NumberInPath('kader') kader: number,
    @Body() { account }: AccountWish,
    @By() { person }: Visitor,
  ): Promise<HeirsAnswer> {
    return this.heirs.confirm(await this.roster.nikOf(kader), account, person.userId);
  }
}
