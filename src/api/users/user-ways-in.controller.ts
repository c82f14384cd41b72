import { Controller, Delete, Get, HttpCode, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { AccessTokensService } from '../../modules/identity/access-tokens.service.js';
import { SessionsService } from '../../modules/identity/sessions.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath, WordInPath } from '../../web/path-fields.js';
import { actorOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { sessionAnswer } from '../sessions/open-session.service.js';
import { SessionsAnswer, SessionsEndedAnswer } from '../sessions/session.dto.js';
import { TokensAnswer } from '../sessions/token.dto.js';

/** Where somebody is signed in, and which machines have a key of hers. */
@ApiTags('Pengguna')
@Controller('users/:username')
export class UserWaysInController {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly accessTokens: AccessTokensService,
  ) {}

  @Get('sessions')
  @Reads('user.read')
  @ApiOperation({ summary: 'Di mana seorang pengguna sedang masuk' })
  @ApiOkResponse({ type: SessionsAnswer })
  async list(@WordInPath('username') username: string): Promise<SessionsAnswer> {
    const { id } = await this.users.registered(username);
    return { items: (await this.sessions.list(id)).map(sessionAnswer) };
  }

  @Delete('sessions')
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mengakhiri semua sesi seorang pengguna' })
  @ApiOkResponse({ type: SessionsEndedAnswer })
  async endAll(
    @WordInPath('username') username: string,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<SessionsEndedAnswer> {
    const { id } = await this.users.registered(username);
    return { ended: await this.sessions.endAll(id, actorOf(visitor, request)) };
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mengakhiri satu sesi seorang pengguna' })
  @ApiNoContentResponse()
  async end(
    @WordInPath('username') username: string,
    @NumberInPath('id') session: number,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.sessions.end(session, id, actorOf(visitor, request));
  }

  @Get('tokens')
  @Reads('user.read')
  @ApiOperation({ summary: 'Token seorang pengguna yang berlaku' })
  @ApiOkResponse({ type: TokensAnswer })
  async tokens(@WordInPath('username') username: string): Promise<TokensAnswer> {
    const { id } = await this.users.registered(username);
    return { items: await this.accessTokens.list(id) };
  }

  @Delete('tokens/:id')
  @HttpCode(204)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mencabut token seorang pengguna' })
  @ApiNoContentResponse()
  async revokeToken(
    @WordInPath('username') username: string,
    @NumberInPath('id') token: number,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    const { id } = await this.users.registered(username);
    await this.accessTokens.revoke(token, id, actorOf(visitor, request));
  }
}
