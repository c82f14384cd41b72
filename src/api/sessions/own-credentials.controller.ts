import { Body, Controller, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { CredentialsService } from '../../modules/identity/credentials.service.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { LinkAcceptanceService } from '../../modules/identity/link-acceptance.service.js';
import { LinksService } from '../../modules/identity/links.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { Open, SignedIn } from '../../web/operation.decorator.js';
import { originOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { OpenSessionService } from './open-session.service.js';
import {
  CodeWish,
  CurrentSessionAnswer,
  LinkAnswer,
  LinkWish,
  PasswordWish,
  SecondFactorAnswer,
  SecondFactorStart,
} from './session.dto.js';
import { ownSession } from './sessions.controller.js';

/** One's own password and second factor, and the one-time links by which they are first chosen. */
@ApiTags('Masuk')
@Controller()
export class OwnCredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly identity: IdentityService,
    private readonly links: LinksService,
    private readonly acceptances: LinkAcceptanceService,
    private readonly secondFactor: SecondFactorService,
    private readonly grants: RoleGrantsService,
    private readonly opened: OpenSessionService,
  ) {}

  @Put('own-password')
  @SignedIn()
  @ApiOkResponse({ type: CurrentSessionAnswer })
  async changePassword(
    @Body() wish: PasswordWish,
    @By() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CurrentSessionAnswer> {
    const { token, session } = ownSession(visitor);
    await this.credentials.change(session, { ...wish, ...originOf(request) });
    return this.opened.open(response, await this.identity.renew(token));
  }

  /** Begins a second factor; it counts once a first code confirms it. */
  @Post('own-second-factor')
  @SignedIn()
  @ApiCreatedResponse({ type: SecondFactorStart })
  begin(@By() visitor: Visitor): Promise<SecondFactorStart> {
    return this.secondFactor.begin(ownSession(visitor).session);
  }

  @Post('own-second-factor/confirmation')
  @HttpCode(200)
  @SignedIn()
  @ApiOkResponse({ type: SecondFactorAnswer })
  async confirm(
    @Body() { code }: CodeWish,
    @By() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SecondFactorAnswer> {
    const { session } = ownSession(visitor);
    const { recoveryCodes, ...signedIn } = await this.secondFactor.confirm(session, code, originOf(request));
    return { current: await this.opened.open(response, signedIn), recoveryCodes };
  }

  /** Uses a one-time link: an invitation, a reset, or the first administrator. */
  @Post('links/:token')
  @Open()
  @ApiCreatedResponse({ type: LinkAnswer })
  async accept(
    @Param('token') token: string,
    @Body() wish: LinkWish,
    @Req() request: Request,
  ): Promise<LinkAnswer> {
    const { purpose } = await this.links.read(token);
    const acceptance = { password: wish.password, ...originOf(request) };
    if (purpose !== 'first-administrator') {
      const { username } = await this.acceptances.accept(token, acceptance);
      return { username };
    }
    const { username = '', fullName = '', position = '' } = wish;
    const person = { ...acceptance, username, fullName, position };
    const user = await this.acceptances.acceptFirst(token, person, (tx, added) =>
      this.grants.grantFirst(tx, added),
    );
    return { username: user.username };
  }
}
