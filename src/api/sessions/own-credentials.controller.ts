import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CredentialsService } from '../../modules/identity/credentials.service.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { SignedIn } from '../../web/operation.decorator.js';
import { originOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { OpenSessionService } from './open-session.service.js';
import {
  CodeWish,
  CurrentSessionAnswer,
  PasswordWish,
  RecoveryCodesAnswer,
  SecondFactorAnswer,
  SecondFactorStart,
  SecondFactorState,
} from './session.dto.js';
import { ownSession } from './sessions.controller.js';

/** One's own password and second factor. */
@ApiTags('Masuk')
@Controller()
export class OwnCredentialsController {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly identity: IdentityService,
    private readonly secondFactor: SecondFactorService,
    private readonly opened: OpenSessionService,
  ) {}

  @Put('own-password')
  @SignedIn()
  @ApiOperation({ summary: 'Mengganti kata sandi sendiri' })
  @ApiOkResponse({ type: CurrentSessionAnswer })
  async changePassword(
    @Body() { current, password, code }: PasswordWish,
    @By() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CurrentSessionAnswer> {
    const { token, session } = ownSession(visitor);
    const change = { current, password, ...(code !== undefined && { code }), ...originOf(request) };
    await this.credentials.change(session, change);
    return this.opened.open(response, await this.identity.renew(token));
  }

  @Get('own-second-factor')
  @SignedIn()
  @ApiOperation({ summary: 'Apakah faktor kedua sendiri terpasang' })
  @ApiOkResponse({ type: SecondFactorState })
  state(@By() { person }: Visitor): Promise<SecondFactorState> {
    return this.secondFactor.stateOf(person.userId);
  }

  /** Begins a second factor; it counts once a first code confirms it. */
  @Post('own-second-factor')
  @SignedIn()
  @ApiOperation({ summary: 'Memulai faktor kedua' })
  @ApiCreatedResponse({ type: SecondFactorStart })
  begin(@By() visitor: Visitor): Promise<SecondFactorStart> {
    return this.secondFactor.begin(ownSession(visitor).session);
  }

  @Post('own-second-factor/confirmation')
  @HttpCode(200)
  @SignedIn()
  @ApiOperation({ summary: 'Mengesahkan faktor kedua dengan kode pertamanya' })
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

  /** Wants a recent proof with the second factor; the codes before are worth nothing from then on. */
  @Post('own-second-factor/recovery-codes')
  @SignedIn()
  @ApiOperation({ summary: 'Membuat kode pemulihan baru' })
  @ApiCreatedResponse({ type: RecoveryCodesAnswer })
  async newCodes(@By() visitor: Visitor, @Req() request: Request): Promise<RecoveryCodesAnswer> {
    const { session } = ownSession(visitor);
    return { recoveryCodes: await this.secondFactor.newRecoveryCodes(session, originOf(request)) };
  }
}
