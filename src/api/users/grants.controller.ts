import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { Reads } from '../../web/operation.decorator.js';
import { pageFrom, windowOf } from '../../web/page-of.js';
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
    const { after, limit } = windowOf(wish, ['number']);
    const found = await this.grants.part({ after: after?.[0], limit: limit + 1 });
    return pageFrom(found.map(grantAnswer), ({ id }) => [id], limit);
  }
}
