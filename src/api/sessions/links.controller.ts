import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { LinkAcceptanceService } from '../../modules/identity/link-acceptance.service.js';
import { LinksService } from '../../modules/identity/links.service.js';
import { Open } from '../../web/operation.decorator.js';
import { WordInPath } from '../../web/path-fields.js';
import { originOf } from '../security/visitor.js';
import { LinkAnswer, LinkWish } from './session.dto.js';

/** One-time links, by which a password is first chosen. */
@ApiTags('Masuk')
@Controller('links')
export class LinksController {
  constructor(
    private readonly links: LinksService,
    private readonly acceptances: LinkAcceptanceService,
    private readonly grants: RoleGrantsService,
  ) {}

  /** Uses a one-time link: an invitation, a reset, or the first administrator. */
  @Post(':token')
  @Open()
  @ApiOperation({ summary: 'Memakai tautan sekali pakai untuk memilih kata sandi' })
  @ApiCreatedResponse({ type: LinkAnswer })
  async accept(
    @WordInPath('token') token: string,
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
