import { Module, type DynamicModule } from '@nestjs/common';
import { ControlsModule } from '../modules/controls/controls.module.js';
import { IdentityModule } from '../modules/identity/identity.module.js';
import { PaymentRequestsModule } from '../modules/payment-requests/payment-requests.module.js';
import { RegionsModule } from '../modules/regions/regions.module.js';
import { ReportsModule } from '../modules/reports/reports.module.js';
import { UsersModule } from '../modules/users/users.module.js';
import type { HttpConfiguration } from '../platform/http-configuration.js';
import { AccountPages } from './account/account.controller.js';
import { PasswordPages } from './account/password.controller.js';
import { ProofPages } from './account/proof.controller.js';
import { SecondFactorPages } from './account/second-factor.controller.js';
import { GrantWords } from './grant-words.service.js';
import { HomePages } from './home/home.controller.js';
import { KaderPages } from './kader/kader.controller.js';
import { RosterViews } from './kader/roster-view.service.js';
import { LinkPages } from './links/links.controller.js';
import { RequestViews } from './requests/request-view.service.js';
import { RequestStepPages } from './requests/request-steps.controller.js';
import { RequestPages } from './requests/requests.controller.js';
import { BrowserSession } from './security/browser-session.service.js';
import { FormCookie } from './security/form-cookie.js';
import { SignInPages } from './sign-in/sign-in.controller.js';

/** What people do in a browser: pages over the same services as the API, behind the same guard. */
@Module({
  imports: [IdentityModule, UsersModule, RegionsModule, ReportsModule, ControlsModule, PaymentRequestsModule],
  controllers: [
    SignInPages,
    LinkPages,
    HomePages,
    ProofPages,
    PasswordPages,
    SecondFactorPages,
    AccountPages,
    RequestPages,
    RequestStepPages,
    KaderPages,
  ],
  providers: [BrowserSession, GrantWords, RequestViews, RosterViews],
})
export class PagesModule {
  /** @param api the module of the API, whose guard and cookie of sessions serve pages too */
  static forRoot(api: DynamicModule, { isOverTls }: HttpConfiguration): DynamicModule {
    return {
      module: PagesModule,
      imports: [api],
      providers: [{ provide: FormCookie, useValue: new FormCookie(isOverTls) }],
    };
  }
}
