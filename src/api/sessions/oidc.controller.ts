import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { OidcSignInService } from '../../modules/identity/oidc-sign-in.service.js';
import { Open } from '../../web/operation.decorator.js';
import { originOf } from '../security/visitor.js';
import { OidcFlowCookie } from './oidc-flow-cookie.js';
import { OpenSessionService } from './open-session.service.js';

// The cookie of the session is "strict": a browser that another site sent here does not show it to the page it is
// redirected to, and would seem not to have signed in. A page of our own leads on; where to is not for others to say.
const LEADS_HOME = `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=/"><title>Honor Kader</title></head>
<body><p><a href="/">Lanjut</a></p></body></html>
`;

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
  @ApiFoundResponse({ description: 'Ke penyedia identitas' })
  async start(@Res() response: Response): Promise<void> {
    const { url, flow } = await this.oidc.begin();
    this.cookie.write(response, flow);
    response.redirect(302, url);
  }

  @Get('callback')
  @Open()
  @ApiOperation({ summary: 'Kembali dari penyedia identitas: membuka sesi dan berlanjut ke halaman pertama' })
  @ApiOkResponse({ description: 'Sudah masuk; halaman ini berlanjut ke /', content: { 'text/html': {} } })
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    const flow = this.cookie.read(request);
    if (flow !== undefined) this.cookie.clear(response);
    const brought = new URL(request.originalUrl, 'http://localhost');
    const signedIn = await this.oidc.finish(brought, flow, originOf(request));
    await this.opened.open(response, signedIn);
    response.type('text/html').send(LEADS_HOME);
  }
}
