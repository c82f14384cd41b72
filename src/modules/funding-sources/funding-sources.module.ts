import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { BudgetProofRepository } from './budget-proof.repository.js';
import { BudgetProofService } from './budget-proof.service.js';
import { BudgetRevisionService } from './budget-revision.service.js';
import { BudgetService } from './budget.service.js';
import { DebtLinesService } from './debt-lines.service.js';
import { FundingSourcesRepository } from './funding-sources.repository.js';
import { FundingSourcesService } from './funding-sources.service.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { ReceiptsService } from './receipts.service.js';
import { YearEndSettingsService } from './year-end-settings.service.js';
import { YearEndRepository } from './year-end.repository.js';
import { YearEndService } from './year-end.service.js';

@Module({
  imports: [LedgerModule, RegionsModule],
  providers: [
    FundingSourcesRepository,
    ReceiptsRepository,
    BudgetProofRepository,
    BudgetService,
    BudgetRevisionService,
    ReceiptsService,
    BudgetProofService,
    FundingSourcesService,
    YearEndSettingsService,
    YearEndRepository,
    YearEndService,
    DebtLinesService,
  ],
  exports: [
    FundingSourcesService,
    BudgetService,
    BudgetRevisionService,
    ReceiptsService,
    BudgetProofService,
    YearEndService,
    YearEndSettingsService,
    DebtLinesService,
  ],
})
export class FundingSourcesModule {}
