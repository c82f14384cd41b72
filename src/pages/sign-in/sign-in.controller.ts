import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DeviceCookie } from '../../api/security/device-cookie.js';
import { originOf, type Visitor, type VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { OidcSignInService } from '../../modules/identity/oidc-sign-in.service.js';
import { Open, SignedIn } from '../../web/operation.decorator.js';
import { ownPath } from '../../web/pages/own-path.js';
import { LeadsTo, type Page } from '../../web/pages/page.js';
import { refusalOf } from '../refusal.js';
import { BrowserSession, ownSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { NextWish, SignInForm } from './sign-in.form.js';
import { signInPage, type SignInView } from './sign-in.page.js';

/** Coming in and going out. */
@PageController()
export class SignInPages {
  constructor(
    private readonly identity: IdentityService,
    private readonly oidc: OidcSignInService,
    private readonly browser: BrowserSession,
    private readonly device: DeviceCookie,
  ) {}

  @Get('masuk')
  @Open()
  show(@Query() { lanjut }: NextWish): Page {
    return this.page({ then: ownPath(lanjut), hasSignedOut: lanjut === 'keluar' });
  }

  @Post('masuk')
  @Open()
  async signIn(
    @Body() { username, password, code, lanjut }: SignInForm,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | LeadsTo> {
    const then = ownPath(lanjut);
    try {
      const device = this.device.read(request);
      const attempt = {
        username,
        password,
        device,
        ...(code !== undefined && { code }),
        ...originOf(request),
      };
      this.browser.open(request, response, await this.identity.signIn(attempt));
      return new LeadsTo(then);
    } catch (error) {
      const refusal = refusalOf(error);
      return this.page({ then, username, refusal });
    }
  }

  @Post('keluar')
  @SignedIn()
  async signOut(@By() visitor: Visitor, @Res({ passthrough: true }) response: Response): Promise<LeadsTo> {
    await this.identity.signOut(ownSession(visitor).token);
    this.browser.close(response);
    return new LeadsTo('/masuk?lanjut=keluar');
  }

  private page(view: Omit<SignInView, 'provider'>): Page {
    return signInPage({ ...view, provider: this.oidc.providerName() });
  }
}
