import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import { AccessTokensService } from '../../modules/identity/access-tokens.service.js';
import { SignedIn } from '../../web/operation.decorator.js';
import { NumberInPath } from '../../web/path-fields.js';
import { actorOf, originOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import { ownSession } from './sessions.controller.js';
import { TokenMadeAnswer, TokensAnswer, TokenWish } from './token.dto.js';

/** Keys one gives to machines. */
@ApiTags('Masuk')
@Controller('own-tokens')
export class OwnTokensController {
  constructor(private readonly tokens: AccessTokensService) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: 'Token sendiri yang berlaku' })
  @ApiOkResponse({ type: TokensAnswer })
  async list(@By() { person }: Visitor): Promise<TokensAnswer> {
    return { items: await this.tokens.list(person.userId) };
  }

  /** Wants a recent proof of who asks; the token is in this answer and nowhere else. */
  @Post()
  @SignedIn()
  @ApiOperation({ summary: 'Membuat token bagi mesin, atas nama sendiri' })
  @ApiCreatedResponse({ type: TokenMadeAnswer })
  create(
    @Body() { name, operations, days }: TokenWish,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<TokenMadeAnswer> {
    const { session } = ownSession(visitor);
    return this.tokens.createIn(session, { name, operations, days }, originOf(request));
  }

  @Delete(':id')
  @HttpCode(204)
  @SignedIn()
  @ApiOperation({ summary: 'Mencabut satu token sendiri' })
  @ApiNoContentResponse()
  async revoke(
    @NumberInPath('id') id: number,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<void> {
    await this.tokens.revoke(id, visitor.person.userId, actorOf(visitor, request));
  }
}
