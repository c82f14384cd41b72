import { Body, Get, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { originOf, type VisitorRequest } from '../../api/security/visitor.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { RoleGrantsService } from '../../modules/access/role-grants.service.js';
import { IdentityService, type Origin } from '../../modules/identity/identity.service.js';
import { LinkAcceptanceService } from '../../modules/identity/link-acceptance.service.js';
import { LinksService, type LinkContents } from '../../modules/identity/links.service.js';
import { Open } from '../../web/operation.decorator.js';
import { LeadsTo, type Page } from '../../web/pages/page.js';
import { WordInPath } from '../../web/path-fields.js';
import { requireSame } from '../new-password.js';
import { refusalOf } from '../refusal.js';
import { BrowserSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { LinkForm } from './link.form.js';
import { linkPage } from './link.page.js';

/** One-time links: an invitation, a reset, or the first administrator. */
@PageController('tautan/:token')
export class LinkPages {
  constructor(
    private readonly links: LinksService,
    private readonly acceptances: LinkAcceptanceService,
    private readonly grants: RoleGrantsService,
    private readonly identity: IdentityService,
    private readonly browser: BrowserSession,
  ) {}

  @Get()
  @Open()
  async show(@WordInPath('token') token: string): Promise<Page> {
    return linkPage({ token, link: await this.links.read(token) });
  }

  /** Sets the password, signs in with it, and goes on to the second factor. */
  @Post()
  @Open()
  async accept(
    @WordInPath('token') token: string,
    @Body() form: LinkForm,
    @Req() request: VisitorRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Page | LeadsTo> {
    const link = await this.links.read(token);
    try {
      requireSame(form);
      const username = await this.takeOver(token, link, form, originOf(request));
      return await this.comeIn(username, form.password, request, response);
    } catch (error) {
      return linkPage({ token, link, filled: form, refusal: refusalOf(error) });
    }
  }

  private async takeOver(
    token: string,
    { purpose }: LinkContents,
    form: LinkForm,
    origin: Origin,
  ): Promise<string> {
    const { password, username = '', fullName = '', position = '' } = form;
    const acceptance = { password, ...origin };
    if (purpose !== 'first-administrator') return (await this.acceptances.accept(token, acceptance)).username;
    const person = { ...acceptance, username, fullName, position };
    const user = await this.acceptances.acceptFirst(token, person, (tx, added) =>
      this.grants.grantFirst(tx, added),
    );
    return user.username;
  }

  // Whoever has an authenticator already still has to show it: a link alone does not replace it.
  private async comeIn(
    username: string,
    password: string,
    request: VisitorRequest,
    response: Response,
  ): Promise<LeadsTo> {
    try {
      this.browser.open(
        request,
        response,
        await this.identity.signIn({ username, password, ...originOf(request) }),
      );
      return new LeadsTo('/akun/autentikator');
    } catch (error) {
      if (error instanceof DomainError) return new LeadsTo('/masuk');
      throw error;
    }
  }
}
