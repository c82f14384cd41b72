import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module.js';
import { AccessTokensRepository } from './access-tokens.repository.js';
import { AccessTokensService } from './access-tokens.service.js';
import { CommonPasswords } from './common-passwords.js';
import { CredentialsRepository } from './credentials.repository.js';
import { CredentialsService } from './credentials.service.js';
import { EndedWaysInRepository } from './ended-ways-in.repository.js';
import { IdentityAccessService } from './identity-access.service.js';
import { IdentityLogService } from './identity-log.service.js';
import { IdentityService } from './identity.service.js';
import { KnownDevicesService } from './known-devices.service.js';
import { LinkAcceptanceService } from './link-acceptance.service.js';
import { LinksRepository } from './links.repository.js';
import { LinksService } from './links.service.js';
import { OidcFlows } from './oidc-flows.js';
import { OidcLinksRepository } from './oidc-links.repository.js';
import { OidcLinksService } from './oidc-links.service.js';
import { OidcSignInService } from './oidc-sign-in.service.js';
import { PasswordProofLog } from './password-proof-log.js';
import { ProofService } from './proof.service.js';
import { SecondFactorCheckService } from './second-factor-check.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { SecondFactorsRepository } from './second-factors.repository.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottleService } from './sign-in-throttle.service.js';
import { StandingService } from './standing.service.js';
import { TriedSubjectsService } from './tried-subjects.service.js';
import { WaysInRepository } from './ways-in.repository.js';

@Module({
  imports: [UsersModule],
  providers: [
    AccessTokensRepository,
    CommonPasswords,
    CredentialsRepository,
    EndedWaysInRepository,
    LinksRepository,
    OidcFlows,
    OidcLinksRepository,
    PasswordProofLog,
    SecondFactorCheckService,
    SecondFactorsRepository,
    SessionsRepository,
    SignInThrottleService,
    TriedSubjectsService,
    WaysInRepository,
    AccessTokensService,
    CredentialsService,
    IdentityAccessService,
    IdentityLogService,
    IdentityService,
    KnownDevicesService,
    LinkAcceptanceService,
    LinksService,
    OidcLinksService,
    OidcSignInService,
    ProofService,
    SecondFactorService,
    SessionsService,
    StandingService,
  ],
  exports: [
    AccessTokensService,
    CredentialsService,
    IdentityLogService,
    IdentityService,
    KnownDevicesService,
    LinkAcceptanceService,
    LinksService,
    OidcLinksService,
    OidcSignInService,
    SecondFactorService,
    SessionsService,
    StandingService,
  ],
})
export class IdentityModule {}
