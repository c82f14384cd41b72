import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../core/shared/domain-error.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { SessionsService } from '../../modules/identity/sessions.service.js';
import { Open, SignedIn } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { DeviceCookie } from '../security/device-cookie.js';
import { actorOf, originOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { OpenSessionService, sessionAnswer } from './open-session.service.js';
import {
  CurrentSessionAnswer,
  ProofWish,
  SessionsAnswer,
  SessionsEndedAnswer,
  SignInWish,
} from './session.dto.js';

/** Signing in and out, and one's own sessions. */
@ApiTags('Masuk')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly identity: IdentityService,
    private readonly sessions: SessionsService,
    private readonly opened: OpenSessionService,
    private readonly device: DeviceCookie,
  ) {}

  @Post()
  @Open()
  @ApiOperation({ summary: 'Masuk' })
  @ApiCreatedResponse({ type: CurrentSessionAnswer })
  async signIn(
    @Body() { username, password, code }: SignInWish,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CurrentSessionAnswer> {
    const device = this.device.read(request);
    const attempt = { username, password, device, ...(code !== undefined && { code }), ...originOf(request) };
    return this.opened.open(response, await this.identity.signIn(attempt));
  }

  @Get('current')
  @SignedIn()
  @ApiOperation({ summary: 'Sesi ini, wewenang yang berlaku, dan token CSRF' })
  @ApiOkResponse({ type: CurrentSessionAnswer })
  current(@By() visitor: Visitor): Promise<CurrentSessionAnswer> {
    const { token, session } = ownSession(visitor);
    return this.opened.tell(token, session);
  }

  /** Signs out. */
  @Delete('current')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Keluar' })
  @ApiNoContentResponse()
  async signOut(@By() visitor: Visitor, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.identity.signOut(ownSession(visitor).token);
    this.opened.close(response);
  }

  /** Shows the password, and the code, again: for what wants a recent sign-in. */
  @Post('current/confirmation')
  @SignedIn()
  @ApiOperation({ summary: 'Membuktikan diri lagi, untuk tindakan yang memintanya' })
  @ApiCreatedResponse({ type: CurrentSessionAnswer })
  async confirm(
    @Body() { password, code }: ProofWish,
    @By() visitor: Visitor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CurrentSessionAnswer> {
    const proof = { password, ...(code !== undefined && { code }), ...originOf(request) };
    return this.opened.open(response, await this.identity.confirm(ownSession(visitor).token, proof));
  }

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Sesi sendiri yang hidup' })
  @ApiOkResponse({ type: SessionsAnswer })
  async list(@By() { person }: Visitor): Promise<SessionsAnswer> {
    const sessions = await this.sessions.list(person.userId);
    return { items: sessions.map(sessionAnswer) };
  }

  /** Ends all of one's own sessions but this one. */
  @Delete()
  @SignedIn()
  @ApiOperation({ summary: 'Mengakhiri semua sesi sendiri selain yang ini' })
  @ApiOkResponse({ type: SessionsEndedAnswer })
  async endOthers(@By() visitor: Visitor, @Req() request: Request): Promise<SessionsEndedAnswer> {
    const { id, userId } = ownSession(visitor).session;
    return { ended: await this.sessions.endAll(userId, actorOf(visitor, request), id) };
  }

  /** Ends one of one's own sessions, for example that of a lost phone. */
  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Mengakhiri satu sesi sendiri' })
  @ApiNoContentResponse()
  async end(@NumberInPath('id') id: number, @By() visitor: Visitor, @Req() request: Request): Promise<void> {
    await this.sessions.end(id, visitor.person.userId, actorOf(visitor, request));
  }
}

/** The sign-in of a browser; a machine with an access token has none. @throws DomainError `access.not-signed-in` */
export function ownSession({ session }: Visitor): NonNullable<Visitor['session']> {
  if (session === undefined) throw new DomainError('unauthenticated', 'access.not-signed-in', {});
  return session;
}
