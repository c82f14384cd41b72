import { Module, type DynamicModule } from '@nestjs/common';
import type { Actor } from './core/access/actor.js';
import { AccessModule } from './modules/access/access.module.js';
import { ActivitiesModule } from './modules/activities/activities.module.js';
import { ApprovalsModule } from './modules/approvals/approvals.module.js';
import { ActivityTypesModule } from './modules/activity-types/activity-types.module.js';
import { AuditModule } from './modules/audit/audit.module.js';
import { BidangModule } from './modules/bidang/bidang.module.js';
import { BooksModule } from './modules/books/books.module.js';
import { ControlsModule } from './modules/controls/controls.module.js';
import { DeductionsModule } from './modules/deductions/deductions.module.js';
import { DemoModule } from './modules/demo/demo.module.js';
import { DisbursementsModule } from './modules/disbursements/disbursements.module.js';
import { EntitlementsModule } from './modules/entitlements/entitlements.module.js';
import { FundingSourcesModule } from './modules/funding-sources/funding-sources.module.js';
import { HonorPoliciesModule } from './modules/honor-policies/honor-policies.module.js';
import { HonorPolicyRow } from './modules/honor-policies/honor-policy.row.js';
import { IdentityModule } from './modules/identity/identity.module.js';
import { JobsModule } from './modules/jobs/jobs.module.js';
import { KaderRosterModule } from './modules/kader-roster/kader-roster.module.js';
import { LedgerModule } from './modules/ledger/ledger.module.js';
import { OverpaymentsModule } from './modules/overpayments/overpayments.module.js';
import { PaymentRequestRow } from './modules/payment-requests/payment-request.row.js';
import { PaymentRequestsModule } from './modules/payment-requests/payment-requests.module.js';
import { PrivacyModule } from './modules/privacy/privacy.module.js';
import { ReferralsModule } from './modules/referrals/referrals.module.js';
import { RegionsModule } from './modules/regions/regions.module.js';
import { ReportsModule } from './modules/reports/reports.module.js';
import { AppUserRow } from './modules/users/app-user.row.js';
import { UsersModule } from './modules/users/users.module.js';
import { ClockModule } from './platform/clock.module.js';
import type { Clock } from './platform/clock.js';
import type { Configuration } from './platform/configuration.js';
import { DatabaseModule } from './platform/database/database.module.js';
import type { DatabaseWish } from './platform/database/reach-database.js';
import { OidcModule } from './platform/oidc/oidc.module.js';
import type { PasswordCost } from './platform/secrets/password-hasher.js';
import { SecretsModule } from './platform/secrets/secrets.module.js';
import { CurrentActor } from './platform/session/current-actor.js';
import { CurrentActorModule } from './platform/session/current-actor.module.js';
import { COMMAND_LINE, SERVICE, whereWeStand } from './platform/session/where-we-stand.js';

/** Every row class TypeORM maps. */
export const entities = [AppUserRow, HonorPolicyRow, PaymentRequestRow] as const;

export interface AppOptions {
  readonly configuration: Configuration;
  readonly database: DatabaseWish;
  readonly clock: Clock;
  /** What hashing a password costs; that of OWASP unless told. */
  readonly passwordCost?: PasswordCost;
  /** Who acts where no door said so: the system on the command line, nobody behind HTTP. */
  readonly standIn: Actor | undefined;
}

/** The modules in order of dependency: each may use those above it. */
@Module({
  imports: [
    UsersModule,
    AccessModule,
    AuditModule,
    IdentityModule,
    JobsModule,
    PrivacyModule,
    RegionsModule,
    KaderRosterModule,
    ActivityTypesModule,
    ActivitiesModule,
    BidangModule,
    ReferralsModule,
    LedgerModule,
    HonorPoliciesModule,
    FundingSourcesModule,
    ApprovalsModule,
    EntitlementsModule,
    ControlsModule,
    DeductionsModule,
    DisbursementsModule,
    OverpaymentsModule,
    PaymentRequestsModule,
    BooksModule,
    ReportsModule,
    DemoModule,
  ],
})
export class AppModule {
  static forRoot({ configuration, database, clock, standIn, passwordCost }: AppOptions): DynamicModule {
    const address = standIn === undefined ? SERVICE : COMMAND_LINE;
    const currentActor = new CurrentActor(standIn, { address, agent: whereWeStand() });
    const standing = {
      scopeNow: () => currentActor.readingScope(),
      actNow: () => currentActor.statedAct(),
    };
    const databaseModule = DatabaseModule.forRoot({ configuration, database, entities, standing, clock });
    const secrets = SecretsModule.forRoot({ configuration, passwordCost });
    const actorModule = CurrentActorModule.forRoot(currentActor);
    const oidc = OidcModule.forRoot(configuration);
    const imports = [ClockModule.forRoot(clock), actorModule, databaseModule, secrets, oidc];
    return { module: AppModule, imports };
  }
}
