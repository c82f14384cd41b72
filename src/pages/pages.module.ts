import { Module, type DynamicModule } from '@nestjs/common';
import { IdentityModule } from '../modules/identity/identity.module.js';
import { PaymentRequestsModule } from '../modules/payment-requests/payment-requests.module.js';
import { RegionsModule } from '../modules/regions/regions.module.js';
import { UsersModule } from '../modules/users/users.module.js';
import type { HttpConfiguration } from '../platform/http-configuration.js';
import { SecondFactorPages } from './account/second-factor.controller.js';
import { GrantWords } from './grant-words.service.js';
import { HomePages } from './home/home.controller.js';
import { LinkPages } from './links/links.controller.js';
import { BrowserSession } from './security/browser-session.service.js';
import { FormCookie } from './security/form-cookie.js';
import { SignInPages } from './sign-in/sign-in.controller.js';

/** What people do in a browser: pages over the same services as the API, behind the same guard. */
@Module({
  imports: [IdentityModule, UsersModule, RegionsModule, PaymentRequestsModule],
  controllers: [SignInPages, LinkPages, HomePages, SecondFactorPages],
  providers: [BrowserSession, GrantWords],
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
