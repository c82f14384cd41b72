import { Module } from '@nestjs/common';
import { BidangModule } from '../bidang/bidang.module.js';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { EntitlementsModule } from '../entitlements/entitlements.module.js';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { ReferralsModule } from '../referrals/referrals.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { ActivityRecapService } from './activity-recap.service.js';
import { BankNamesReader } from './bank-names.js';
import { ExplainedPaymentsRepository } from './explained-payments.repository.js';
import { ExplanationRepository } from './explanation.repository.js';
import { ExplanationReaders } from './explanation-readers.js';
import { ExplanationService } from './explanation.service.js';
import { BudgetReportsService } from './budget-reports.service.js';
import { MaskedAccounts } from './masked-accounts.js';
import { KaderCardService } from './kader-card.service.js';
import { OwedRepository } from './owed.repository.js';
import { ReferralListService } from './referral-list.service.js';
import { ReportsRepository } from './reports.repository.js';
import { RosterListService } from './roster-list.service.js';
import { RosterPeople } from './roster-people.js';
import { UnfundedService } from './unfunded.service.js';
import { ValidationReaders } from './validation-readers.js';
import { ValidationRepository } from './validation.repository.js';
import { ValidationService } from './validation.service.js';

/** Reports over everything the other modules keep: they read, and never write. */
@Module({
  imports: [
    BidangModule,
    EntitlementsModule,
    FundingSourcesModule,
    KaderRosterModule,
    ReferralsModule,
    RegionsModule,
  ],
  providers: [
    BankNamesReader,
    MaskedAccounts,
    OwedRepository,
    ExplanationRepository,
    ExplainedPaymentsRepository,
    ExplanationReaders,
    ExplanationService,
    ReportsRepository,
    RosterListService,
    RosterPeople,
    KaderCardService,
    BudgetReportsService,
    ValidationReaders,
    UnfundedService,
    ValidationRepository,
    ActivityRecapService,
    ReferralListService,
    ValidationService,
  ],
  exports: [
    ActivityRecapService,
    ReferralListService,
    ExplanationService,
    RosterListService,
    KaderCardService,
    BudgetReportsService,
    UnfundedService,
    ValidationService,
  ],
})
export class ReportsModule {}
