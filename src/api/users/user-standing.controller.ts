import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { OidcLinksService } from '../../modules/identity/oidc-links.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { StandingService } from '../../modules/identity/standing.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { WordInPath } from '../../web/path-fields.js';
import { ReasonWish } from '../requests/request.dto.js';
import { WantsRecentProof } from '../security/recent-proof.decorator.js';
import { actorOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { OidcLinkWish, StandingAnswer } from './user.dto.js';

/** Whether somebody may come in, and by what: for another administrator than herself. */
@ApiTags('Pengguna')
@Controller('users/:username')
export class UserStandingController {
  constructor(
    private readonly users: UsersService,
    private readonly standing: StandingService,
    private readonly factors: SecondFactorService,
    private readonly oidc: OidcLinksService,
  ) {}

  @Get()
  @Reads('user.read')
  @ApiOperation({ summary: 'Seorang pengguna, dan apakah ia dapat masuk' })
  @ApiOkResponse({ type: StandingAnswer })
  async show(@WordInPath('username') username: string): Promise<StandingAnswer> {
    const { id, fullName, position } = await this.users.registered(username);
    const isActive = await this.standing.isActive(id);
    const { isConfirmed: hasSecondFactor, recoveryCodesLeft } = await this.factors.stateOf(id);
    return { id, username, fullName, position, isActive, hasSecondFactor, recoveryCodesLeft };
  }

  /** Closes her access at once: sessions, tokens and links end. */
  @Post('deactivation')
  @HttpCode(204)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Menonaktifkan seorang pengguna' })
  @ApiNoContentResponse()
  async deactivate(
    @WordInPath('username') username: string,
    @Body() { reason }: ReasonWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.standing.deactivate(id, actorOf(visitor, request), reason);
  }

  @Post('reactivation')
  @HttpCode(204)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mengaktifkan lagi seorang pengguna' })
  @ApiNoContentResponse()
  async reactivate(
    @WordInPath('username') username: string,
    @Body() { reason }: ReasonWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.standing.reactivate(id, actorOf(visitor, request), reason);
  }

  /** For somebody who lost her phone and her recovery codes. */
  @Post('second-factor-reset')
  @HttpCode(204)
  @Acts('user.administer')
  @WantsRecentProof()
  @ApiOperation({ summary: 'Menghapus faktor kedua pengguna yang kehilangannya' })
  @ApiNoContentResponse()
  async resetSecondFactor(
    @WordInPath('username') username: string,
    @Body() { reason }: ReasonWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.factors.reset(id, actorOf(visitor, request), reason);
  }

  @Put('oidc-link')
  @HttpCode(204)
  @Acts('user.administer')
  @WantsRecentProof()
  @ApiOperation({ summary: 'Menyambungkan pengguna ke akunnya di penyedia identitas' })
  @ApiNoContentResponse()
  async link(
    @WordInPath('username') username: string,
    @Body() { subject }: OidcLinkWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.oidc.link(id, subject, actorOf(visitor, request));
  }

  @Delete('oidc-link')
  @HttpCode(204)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Melepaskan pengguna dari akunnya di penyedia identitas' })
  @ApiNoContentResponse()
  async unlink(
    @WordInPath('username') username: string,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.oidc.unlink(id, actorOf(visitor, request));
  }
}
