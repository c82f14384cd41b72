import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ActivitiesModule } from '../modules/activities/activities.module.js';
import { ApprovalsModule } from '../modules/approvals/approvals.module.js';
import { AuditModule } from '../modules/audit/audit.module.js';
import { ActivityTypesModule } from '../modules/activity-types/activity-types.module.js';
import { BidangModule } from '../modules/bidang/bidang.module.js';
import { ReferralsModule } from '../modules/referrals/referrals.module.js';
import { BooksModule } from '../modules/books/books.module.js';
import { ControlsModule } from '../modules/controls/controls.module.js';
import { DeductionsModule } from '../modules/deductions/deductions.module.js';
import { EntitlementsModule } from '../modules/entitlements/entitlements.module.js';
import { FundingSourcesModule } from '../modules/funding-sources/funding-sources.module.js';
import { HonorPoliciesModule } from '../modules/honor-policies/honor-policies.module.js';
import { IdentityModule } from '../modules/identity/identity.module.js';
import { KnownDevicesService } from '../modules/identity/known-devices.service.js';
import { JobWorker } from '../modules/jobs/job-worker.service.js';
import { JobsModule } from '../modules/jobs/jobs.module.js';
import { KaderRosterModule } from '../modules/kader-roster/kader-roster.module.js';
import { LedgerModule } from '../modules/ledger/ledger.module.js';
import { OverpaymentsModule } from '../modules/overpayments/overpayments.module.js';
import { PrivacyModule } from '../modules/privacy/privacy.module.js';
import { PaymentRequestsModule } from '../modules/payment-requests/payment-requests.module.js';
import { RegionsModule } from '../modules/regions/regions.module.js';
import { ReportsModule } from '../modules/reports/reports.module.js';
import { UsersModule } from '../modules/users/users.module.js';
import { Clock } from '../platform/clock.js';
import { CommitWatch } from '../platform/database/commit-watch.js';
import type { HttpConfiguration } from '../platform/http-configuration.js';
import { checkedInput } from '../web/checked-input.js';
import { JsonAnswerInterceptor } from '../web/json-answer.interceptor.js';
import { ProblemDetailsFilter } from '../web/problem-details.filter.js';
import { Throttle, type Limits } from '../web/throttle.js';
import { UploadInterceptor } from '../web/upload.interceptor.js';
import { ApprovalBandsController } from './approvals/approval-bands.controller.js';
import { DelegationsController } from './approvals/delegations.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { ReferralsController } from './referrals/referrals.controller.js';
import { RegionsController } from './regions/regions.controller.js';
import { SettingFilesController } from './settings/setting-files.controller.js';
import { SettingsController } from './settings/settings.controller.js';
import { KaderAccountsController } from './kader/kader-accounts.controller.js';
import { KaderController } from './kader/kader.controller.js';
import { ControlsController } from './controls/controls.controller.js';
import { DeductionsController } from './deductions/deductions.controller.js';
import { DisbursementsController } from './disbursements/disbursements.controller.js';
import { FundingController } from './funding/funding.controller.js';
import { HousekeepingService } from './housekeeping/housekeeping.service.js';
import { CalculationWork } from './honor/calculation.work.js';
import { HonorController } from './honor/honor.controller.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { IdempotentRequestsService } from './idempotency/idempotent-requests.service.js';
import { ImportWork } from './imports/import.work.js';
import { ImportsController } from './imports/imports.controller.js';
import { PolicyFilesController } from './imports/policy-files.controller.js';
import { HeldRoutes } from './jobs/held-routes.service.js';
import { HeldWorkInterceptor } from './jobs/held-work.interceptor.js';
import { JobDesk } from './jobs/job-desk.service.js';
import { JobPerformerService } from './jobs/job-performer.service.js';
import { JobsController } from './jobs/jobs.controller.js';
import { LongWorks } from './jobs/long-works.js';
import { LedgerExportWork } from './ledger-exports/ledger-export.work.js';
import { LedgerExportsController } from './ledger-exports/ledger-exports.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import { PeriodsController } from './ledger/periods.controller.js';
import { ProofsController } from './ledger/proofs.controller.js';
import { YearEndController } from './funding/year-end.controller.js';
import { TaxPapersController } from './deductions/tax-papers.controller.js';
import { DeclarationsController } from './controls/declarations.controller.js';
import { HonorPoliciesController } from './policies/honor-policies.controller.js';
import { OverpaymentsController } from './overpayments/overpayments.controller.js';
import { DataPacksController } from './privacy/data-packs.controller.js';
import { DisclosuresController } from './privacy/disclosures.controller.js';
import { NumberExportsController } from './privacy/number-exports.controller.js';
import { PseudonymisationWork } from './privacy/pseudonymisation.work.js';
import { RetentionController } from './privacy/retention.controller.js';
import { BooksController } from './reports/books.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { ClaimsController } from './requests/claims.controller.js';
import { CountersignaturesController } from './requests/countersignatures.controller.js';
import { RequestDesk } from './requests/request-desk.service.js';
import { RequestsController } from './requests/requests.controller.js';
import { AccessGuard } from './security/access.guard.js';
import { ActingInterceptor } from './security/acting.interceptor.js';
import { DeviceCookie } from './security/device-cookie.js';
import { IdentificationService } from './security/identification.service.js';
import { SessionCookie } from './security/session-cookie.js';
import { LinksController } from './sessions/links.controller.js';
import { OidcFlowCookie } from './sessions/oidc-flow-cookie.js';
import { OidcController } from './sessions/oidc.controller.js';
import { OpenSessionService } from './sessions/open-session.service.js';
import { OwnCredentialsController } from './sessions/own-credentials.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { OwnTokensController } from './sessions/own-tokens.controller.js';
import { GrantsController } from './users/grants.controller.js';
import { UserStandingController } from './users/user-standing.controller.js';
import { UserWaysInController } from './users/user-ways-in.controller.js';
import { UsersController } from './users/users.controller.js';

export interface ApiOptions {
  readonly http: HttpConfiguration;
  readonly limits: Limits;
}

/**
 * Everything the service can do, over HTTP. The order of the interceptors is the order of the doors: in whose name,
 * with which file, whether it was done before, how the answer is written, and whether it is waited for.
 */
@Module({
  imports: [
    DiscoveryModule,
    IdentityModule,
    UsersModule,
    JobsModule,
    RegionsModule,
    KaderRosterModule,
    ActivityTypesModule,
    ActivitiesModule,
    BidangModule,
    ReferralsModule,
    LedgerModule,
    HonorPoliciesModule,
    FundingSourcesModule,
    EntitlementsModule,
    ControlsModule,
    DeductionsModule,
    ApprovalsModule,
    PaymentRequestsModule,
    OverpaymentsModule,
    PrivacyModule,
    BooksModule,
    ReportsModule,
    AuditModule,
  ],
  controllers: [
    SessionsController,
    LinksController,
    OidcController,
    OwnCredentialsController,
    OwnTokensController,
    UsersController,
    UserStandingController,
    UserWaysInController,
    GrantsController,
    ImportsController,
    RegionsController,
    SettingsController,
    SettingFilesController,
    KaderController,
    KaderAccountsController,
    ReferralsController,
    PolicyFilesController,
    FundingController,
    DeductionsController,
    HonorController,
    RequestsController,
    ClaimsController,
    CountersignaturesController,
    ApprovalBandsController,
    DelegationsController,
    OverpaymentsController,
    ControlsController,
    DisbursementsController,
    DataPacksController,
    DisclosuresController,
    NumberExportsController,
    RetentionController,
    ReportsController,
    BooksController,
    LedgerExportsController,
    JobsController,
    YearEndController,
    TaxPapersController,
    DeclarationsController,
    HonorPoliciesController,
    LedgerController,
    ProofsController,
    PeriodsController,
    AuditController,
  ],
  providers: [
    IdentificationService,
    IdempotentRequestsService,
    CommitWatch,
    OpenSessionService,
    CalculationWork,
    ImportWork,
    LedgerExportWork,
    PseudonymisationWork,
    HeldRoutes,
    LongWorks,
    JobDesk,
    JobPerformerService,
    RequestDesk,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: ActingInterceptor },
    { provide: APP_INTERCEPTOR, useClass: UploadInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: JsonAnswerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: HeldWorkInterceptor },
    { provide: APP_PIPE, useFactory: checkedInput },
    { provide: APP_FILTER, useClass: ProblemDetailsFilter },
  ],
  exports: [DeviceCookie, SessionCookie],
})
export class ApiModule {
  static forRoot({ http, limits }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      providers: [
        {
          provide: SessionCookie,
          useFactory: (clock: Clock) => new SessionCookie(http.isOverTls, clock),
          inject: [Clock],
        },
        {
          provide: HousekeepingService,
          useFactory: (worker: JobWorker, requests: IdempotentRequestsService, clock: Clock) =>
            new HousekeepingService(worker, requests, clock, http.keepJobsDays),
          inject: [JobWorker, IdempotentRequestsService, Clock],
        },
        {
          provide: DeviceCookie,
          useFactory: (devices: KnownDevicesService) => new DeviceCookie(http.isOverTls, devices),
          inject: [KnownDevicesService],
        },
        { provide: OidcFlowCookie, useValue: new OidcFlowCookie(http.isOverTls) },
        { provide: Throttle, useValue: new Throttle(limits) },
      ],
    };
  }
}
