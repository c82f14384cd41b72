import { Get, Post, Query, Req } from '@nestjs/common';
import { actorOf, originOf, type Visitor, type VisitorRequest } from '../../api/security/visitor.js';
import { By } from '../../api/security/visitor.decorator.js';
import { AccessTokensService } from '../../modules/identity/access-tokens.service.js';
import { SecondFactorService } from '../../modules/identity/second-factor.service.js';
import { SessionsService } from '../../modules/identity/sessions.service.js';
import { Choice } from '../../web/fields.js';
import { SignedIn } from '../../web/operation.decorator.js';
import { LeadsTo, type Page } from '../../web/pages/page.js';
import { NumberInPath } from '../../web/path-fields.js';
import { ownSession } from '../security/browser-session.service.js';
import { PageController } from '../security/page-controller.decorator.js';
import { accountPage, doneWords, type DoneHere } from './account.page.js';
import { recoveryCodesPage } from './second-factor.page.js';

class AccountWish {
  @Choice(Object.keys(doneWords), { about: 'Yang baru dilakukan', optional: true })
  selesai?: DoneHere;
}

/** What is one's own: sessions, password, authenticator, tokens of machines. */
@PageController('akun')
export class AccountPages {
  constructor(
    private readonly sessions: SessionsService,
    private readonly factors: SecondFactorService,
    private readonly tokens: AccessTokensService,
  ) {}

  @Get()
  @SignedIn()
  async show(@Query() { selesai }: AccountWish, @By() visitor: Visitor): Promise<Page> {
    const { userId, username, fullName } = visitor.person;
    return accountPage({
      username,
      fullName,
      done: selesai,
      current: ownSession(visitor).session.id,
      sessions: await this.sessions.list(userId),
      factor: await this.factors.stateOf(userId),
      tokens: await this.tokens.list(userId),
    });
  }

  /** Ends one of one's own sessions, for example that of a lost phone. */
  @Post('sesi/:id/akhiri')
  @SignedIn()
  async end(
    @NumberInPath('id') id: number,
    @By() visitor: Visitor,
    @Req() request: VisitorRequest,
  ): Promise<LeadsTo> {
    await this.sessions.end(id, visitor.person.userId, actorOf(visitor, request));
    return new LeadsTo('/akun?selesai=sesi');
  }

  @Post('token/:id/cabut')
  @SignedIn()
  async revoke(
    @NumberInPath('id') id: number,
    @By() visitor: Visitor,
    @Req() request: VisitorRequest,
  ): Promise<LeadsTo> {
    await this.tokens.revoke(id, visitor.person.userId, actorOf(visitor, request));
    return new LeadsTo('/akun?selesai=token');
  }

  /** New recovery codes instead of all before, shown this once. */
  @Post('kode-pemulihan')
  @SignedIn()
  async newCodes(@By() visitor: Visitor, @Req() request: VisitorRequest): Promise<Page> {
    const codes = await this.factors.newRecoveryCodes(ownSession(visitor).session, originOf(request));
    return recoveryCodesPage({ codes, isAnew: true, then: '/akun' });
  }
}
