import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { originOf, type Visitor, type VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { CredentialsService } from '../../modules/identity/credentials.service.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { SignedIn } from '../../web/operation.decorator.js';
import { LeadsTo, type Page } from '../../web/pages/page.js';
import { requireSame } from '../new-password.js';
import { refusalOf } from '../refusal.js';
import { BrowserSession, ownSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { PasswordForm } from './account.form.js';
import { passwordPage } from './password.page.js';

/** One's own password. */
@PageController('akun/kata-sandi')
export class PasswordPages {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly identity: IdentityService,
    private readonly factors: SecondFactorService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @SignedIn()
  async show(@By() { person }: Visitor): Promise<Page> {
    return passwordPage(await this.hasAuthenticator(person.userId));
  }

  @Post()
  @SignedIn()
  async change(
    @Body() form: PasswordForm,
    @By() visitor: Visitor,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | LeadsTo> {
    const { token, session } = ownSession(visitor);
    const { current, password, code } = form;
    try {
      requireSame(form);
      const change = { current, password, ...(code !== undefined && { code }), ...originOf(request) };
      await this.credentials.change(session, change);
      this.browser.open(request, response, await this.identity.renew(token));
      return new LeadsTo('/akun?selesai=kata-sandi');
    } catch (error) {
      return passwordPage(await this.hasAuthenticator(session.userId), refusalOf(error));
    }
  }

  private async hasAuthenticator(userId: number): Promise<boolean> {
    return (await this.factors.stateOf(userId)).isConfirmed;
  }
}
