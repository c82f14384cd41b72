import { Body, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { originOf, type Visitor, type VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { IdentityService } from '../../modules/identity/identity.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { SignedIn } from '../../web/operation.decorator.js';
import { ownPath } from '../../web/pages/own-path.js';
import { LeadsTo, type Page } from '../../web/pages/page.js';
import { refusalOf } from '../refusal.js';
import { BrowserSession, ownSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { NextWish } from '../sign-in/sign-in.form.js';
import { ProofForm } from './account.form.js';
import { proofPage } from './proof.page.js';

/** Showing once more who one is: the session goes on under a new token. */
@PageController('bukti')
export class ProofPages {
  constructor(
    private readonly identity: IdentityService,
    private readonly factors: SecondFactorService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @SignedIn()
  async show(@Query() { lanjut }: NextWish, @By() { person }: Visitor): Promise<Page> {
    const { isConfirmed } = await this.factors.stateOf(person.userId);
    return proofPage({ then: ownPath(lanjut), hasAuthenticator: isConfirmed });
  }

  @Post()
  @SignedIn()
  async prove(
    @Body() { password, code, lanjut }: ProofForm,
    @By() visitor: Visitor,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | LeadsTo> {
    const then = ownPath(lanjut);
    try {
      const proof = { password, ...(code !== undefined && { code }), ...originOf(request) };
      this.browser.open(request, response, await this.identity.confirm(ownSession(visitor).token, proof));
      return new LeadsTo(then);
    } catch (error) {
      const refusal = refusalOf(error);
      const { isConfirmed } = await this.factors.stateOf(visitor.person.userId);
      return proofPage({ then, hasAuthenticator: isConfirmed, refusal });
    }
  }
}
