import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { plainDate } from '../../core/shared/plain-date.js';
import { HeirsService } from '../../modules/kader-roster/heirs.service.js';
import { KaderRosterService } from '../../modules/kader-roster/kader-roster.service.js';
import { CurrentActor } from '../../platform/session/current-actor.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { isKnownVersion, KnowsVersion, NeedsVersion, seenVersions } from '../../web/version.js';
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
    private readonly current: CurrentActor,
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
  @KnowsVersion()
  @ApiOperation({ summary: 'Ahli waris seorang kader, yang berlaku dahulu' })
  @ApiOkResponse({ type: HeirsAnswer })
  async show(
    @NumberInPath('kader') kader: number,
    @By() { person }: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HeirsAnswer | undefined> {
    const kaderNik = await this.roster.nikOf(kader);
    const version = await this.current.run(person, () => this.heirs.versionOf(kaderNik));
    return isKnownVersion(request, response, version) ? undefined : this.heirs.show(kaderNik);
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
  @NeedsVersion()
  @ApiOperation({ summary: 'Mengonfirmasi ahli waris (orang kedua, sesudah melihat bukti aslinya)' })
  @ApiOkResponse({ type: HeirsAnswer })
  async confirm(
    @NumberInPath('kader') kader: number,
    @Body() { account }: AccountWish,
    @Req() request: Request,
    @By() { person }: Visitor,
  ): Promise<HeirsAnswer> {
    const versions = seenVersions(request);
    return this.heirs.confirm(await this.roster.nikOf(kader), account, person.userId, { versions });
  }
}
