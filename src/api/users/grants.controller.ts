import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageOf } from '../../web/page-of.js';
import { PageWish } from '../../web/page-wish.js';
import { GrantPage } from './user.dto.js';
import { grantAnswer } from './users.controller.js';

/** Who may do what, everybody's. */
@ApiTags('Pengguna')
@Controller('grants')
export class GrantsController {
  constructor(private readonly grants: RoleGrantsService) {}

  @Get()
  @Reads('user.read')
  @ApiOperation({ summary: 'Semua wewenang yang berlaku' })
  @ApiOkResponse({ type: GrantPage })
  async list(@Query() wish: PageWish): Promise<GrantPage> {
    const byNumber = (await this.grants.list()).sort((one, other) => one.id - other.id);
    const { items, next } = pageOf(byNumber, ({ id }) => id, wish);
    return { items: items.map(grantAnswer), ...(next !== undefined && { next }) };
  }
}
