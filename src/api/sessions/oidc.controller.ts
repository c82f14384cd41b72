import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OidcSignInService } from '../../modules/identity/oidc-sign-in.service.js';
import { Open } from '../../web/operation.decorator.js';
import { leadOn } from '../../web/pages/lead-on.js';
import { ownPath } from '../../web/pages/own-path.js';
import { originOf } from '../security/visitor.js';
import { OidcFlowCookie } from './oidc-flow-cookie.js';
import { OidcStartWish } from './oidc.dto.js';
import { OpenSessionService } from './open-session.service.js';

/** Signing in at the identity provider: a browser goes there and comes back. */
@ApiTags('Masuk')
@Controller('oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignInService,
    private readonly cookie: OidcFlowCookie,
    private readonly opened: OpenSessionService,
  ) {}

  @Get('start')
  @Open()
  @ApiOperation({ summary: 'Mengantar peramban ke penyedia identitas' })
  @ApiFoundResponse({
    description: 'Ke penyedia identitas',
    content: { 'text/plain': { schema: { type: 'string' } } },
    headers: { Location: { description: 'Alamatnya di sana', schema: { type: 'string' } } },
  })
  async start(@Query() { then }: OidcStartWish, @Res() response: Response): Promise<void> {
    const { url, flow } = await this.oidc.begin(ownPath(then));
    this.cookie.write(response, flow);
    response.redirect(302, url);
  }

  @Get('callback')
  @Open()
  @ApiOperation({
    summary: 'Kembali dari penyedia identitas: membuka sesi dan berlanjut ke halaman yang diminta',
  })
  @ApiOkResponse({
    description: 'Sudah masuk; halaman ini berlanjut ke yang diminta',
    content: { 'text/html': {} },
  })
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const flow = this.cookie.read(request);
    if (flow !== undefined) this.cookie.clear(response);
    const brought = new URL(request.originalUrl, 'http://localhost');
    const { signedIn, then } = await this.oidc.finish(brought, flow, originOf(request));
    await this.opened.open(response, signedIn);
    response.type('text/html').send(leadOn(ownPath(then)));
  }
}
