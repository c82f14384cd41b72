import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { BudgetRevisionService } from './budget-revision.service.js';
import { BudgetService } from './budget.service.js';
import { FundingSourcesRepository } from './funding-sources.repository.js';
import { FundingSourcesService } from './funding-sources.service.js';

@Module({
  imports: [LedgerModule, RegionsModule],
  providers: [FundingSourcesRepository, BudgetService, BudgetRevisionService, FundingSourcesService],
  exports: [FundingSourcesService, BudgetService, BudgetRevisionService],
})
export class FundingSourcesModule {}
