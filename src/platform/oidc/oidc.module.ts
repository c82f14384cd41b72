import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Configuration } from '../configuration.js';
import { IdentityProvider } from './identity-provider.js';

/** Provides the identity provider, which may be none. */
@Global()
@Module({})
export class OidcModule {
  static forRoot({ oidc }: Configuration): DynamicModule {
    const provider = { provide: IdentityProvider, useValue: new IdentityProvider(oidc) };
    return { module: OidcModule, providers: [provider], exports: [IdentityProvider] };
  }
}
