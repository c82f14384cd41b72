import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { describeScope, type Scope } from '../../core/access/scope.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { LinksService } from '../../modules/identity/links.service.js';
import { UsersService } from '../../modules/users/users.service.js';
import { Acts, Reads } from '../../web/operation.decorator.js';
import { NumberInPath, WordInPath } from '../../web/path-fields.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
import { ReasonWish } from '../requests/request.dto.js';
import { WantsRecentProof } from '../security/recent-proof.decorator.js';
import { actorOf, type Visitor } from '../security/visitor.js';
import { By } from '../security/visitor.decorator.js';
import {
  GrantMadeAnswer,
  GrantsAnswer,
  GrantWish,
  LinkMadeAnswer,
  UserAnswer,
  UserPage,
  UsersWish,
  UserWish,
} from './user.dto.js';

export type StoredGrant = Awaited<ReturnType<RoleGrantsService['grant']>>;

/** People, and what they may do: for administrators. */
@ApiTags('Pengguna')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly grants: RoleGrantsService,
    private readonly links: LinksService,
  ) {}

  @Get()
  @Reads('user.read')
  @ApiOperation({ summary: 'Pengguna' })
  @ApiOkResponse({ type: UserPage })
  async list(@Query() { name, ...page }: UsersWish): Promise<UserPage> {
    const { after, limit } = windowOf(page, ['string']);
    const found = await this.users.page({ name, after: after?.[0], limit: limit + 1 });
    const { items, next } = pageFrom(found, ({ username }) => [username], limit);
    return { items: items.map(userAnswer), ...(next !== undefined && { next }) };
  }

  @Post()
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mendaftarkan pengguna' })
  @ApiCreatedResponse({ type: UserAnswer })
  async add(@Body() wish: UserWish): Promise<UserAnswer> {
    return userAnswer(await this.users.add(wish));
  }

  /** A one-time link by which another user chooses a password, or a new one; wants a recent proof. */
  @Post(':username/links')
  @Acts('user.administer')
  @WantsRecentProof()
  @ApiOperation({ summary: 'Membuat tautan sekali pakai untuk pengguna' })
  @ApiCreatedResponse({ type: LinkMadeAnswer })
  async invite(
    @WordInPath('username') username: string,
    @By() visitor: Visitor,
    @Req() request: Request,
  ): Promise<LinkMadeAnswer> {
    const { id } = await this.users.registered(username);
    const { token, expiresAt } = await this.links.invite(id, actorOf(visitor, request));
    return { token, expiresAt };
  }

  @Get(':username/grants')
  @Reads('user.read')
  @ApiOperation({ summary: 'Wewenang seorang pengguna' })
  @ApiOkResponse({ type: GrantsAnswer })
  async held(@WordInPath('username') username: string): Promise<GrantsAnswer> {
    const { id } = await this.users.registered(username);
    return { items: (await this.grants.list(id)).map(grantAnswer) };
  }

  @Post(':username/grants')
  @Acts('user.administer')
  @WantsRecentProof()
  @ApiOperation({ summary: 'Memberi wewenang' })
  @ApiCreatedResponse({ type: GrantMadeAnswer })
  async grant(
    @WordInPath('username') username: string,
    @Body() wish: GrantWish,
    @By() { person }: Visitor,
  ): Promise<GrantMadeAnswer> {
    const user = await this.users.require(username);
    const by = await this.users.require(person.username);
    const { role, basis } = wish;
    return grantAnswer(await this.grants.grant({ user, role, scope: scopeOf(wish), basis, by }));
  }

  @Post('grants/:id/revocation')
  @HttpCode(200)
  @Acts('user.administer')
  @ApiOperation({ summary: 'Mencabut wewenang' })
  @ApiOkResponse({ type: GrantMadeAnswer })
  async revoke(
    @NumberInPath('id') id: number,
    @Body() { reason }: ReasonWish,
    @By() { person }: Visitor,
  ): Promise<GrantMadeAnswer> {
    return grantAnswer(await this.grants.revoke(id, reason, await this.users.require(person.username)));
  }
}

function scopeOf({ region, payer, kaderId }: GrantWish): Scope {
  const named = [region, payer, kaderId].filter((part) => part !== undefined);
  if (named.length > 1) throw new DomainError('invalid', 'access.one-scope', { count: named.length });
  if (region !== undefined) return { kind: 'region', code: region };
  if (payer !== undefined) return { kind: 'payer', code: payer };
  return kaderId === undefined ? { kind: 'installation' } : { kind: 'person', kaderId };
}

function userAnswer({ id, username, fullName, position }: UserAnswer): UserAnswer {
  return { id, username, fullName, position };
}

export function grantAnswer({ id, username, role, scope, basis }: StoredGrant): GrantMadeAnswer {
  return { id, username, role, scope: describeScope(scope), basis };
}
