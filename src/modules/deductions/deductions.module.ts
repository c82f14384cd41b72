import { Module } from '@nestjs/common';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PrivacyModule } from '../privacy/privacy.module.js';
import { DeductionPoliciesRepository } from './deduction-policies.repository.js';
import { DeductionPoliciesService } from './deduction-policies.service.js';
import { DeductionsService } from './deductions.service.js';
import { KaderDeductionsRepository } from './kader-deductions.repository.js';
import { PremiumMonthsRepository } from './premium-months.repository.js';
import { RemittancesRepository } from './remittances.repository.js';
import { RemittancesService } from './remittances.service.js';
import { SlipRowsService } from './slip-rows.service.js';
import { TaxFactsImportService } from './tax-facts-import.service.js';
import { TaxFactsRepository } from './tax-facts.repository.js';
import { WithheldPaymentsRepository } from './withheld-payments.repository.js';
import { WithholdersRepository } from './withholders.repository.js';
import { WithholdersService } from './withholders.service.js';
import { WithholdingSlipsService } from './withholding-slips.service.js';

@Module({
  imports: [FundingSourcesModule, KaderRosterModule, LedgerModule, PrivacyModule],
  providers: [
    DeductionPoliciesRepository,
    KaderDeductionsRepository,
    PremiumMonthsRepository,
    TaxFactsRepository,
    RemittancesRepository,
    DeductionPoliciesService,
    DeductionsService,
    TaxFactsImportService,
    RemittancesService,
    WithholdersRepository,
    WithholdersService,
    WithheldPaymentsRepository,
    SlipRowsService,
    WithholdingSlipsService,
  ],
  exports: [
    DeductionPoliciesService,
    DeductionsService,
    TaxFactsImportService,
    RemittancesService,
    WithholdersService,
    WithholdingSlipsService,
  ],
})
export class DeductionsModule {}
