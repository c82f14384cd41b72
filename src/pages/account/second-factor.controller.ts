import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { originOf, type Visitor, type VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { SignedIn } from '../../web/operation.decorator.js';
import type { Page } from '../../web/pages/page.js';
import { refusalOf } from '../refusal.js';
import { BrowserSession, ownSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { CodeForm } from './account.form.js';
import { beginPage, codeAgainPage, recoveryCodesPage, secretPage } from './second-factor.page.js';

/** One's own authenticator. */
@PageController('akun/autentikator')
export class SecondFactorPages {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @SignedIn()
  async show(@By() { person }: Visitor): Promise<Page> {
    const { isConfirmed } = await this.factors.stateOf(person.userId);
    return beginPage({ isReplacing: isConfirmed });
  }

  @Post()
  @SignedIn()
  async begin(@By() visitor: Visitor): Promise<Page> {
    return secretPage(await this.factors.begin(ownSession(visitor).session));
  }

  @Post('pengesahan')
  @SignedIn()
  async confirm(
    @Body() { code }: CodeForm,
    @By() visitor: Visitor,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page> {
    const { session } = ownSession(visitor);
    try {
      const { recoveryCodes, ...signedIn } = await this.factors.confirm(session, code, originOf(request));
      this.browser.open(request, response, signedIn);
      return recoveryCodesPage({ codes: recoveryCodes, isAnew: false, then: '/' });
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code !== 'identity.second-factor-code-wrong') throw error;
      return codeAgainPage(refusal);
    }
  }
}
