import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { BudgetProofRepository } from './budget-proof.repository.js';
import { BudgetProofService } from './budget-proof.service.js';
import { BudgetRevisionService } from './budget-revision.service.js';
import { BudgetService } from './budget.service.js';
import { FundingSourcesRepository } from './funding-sources.repository.js';
import { FundingSourcesService } from './funding-sources.service.js';
import { ReceiptsRepository } from './receipts.repository.js';
import { ReceiptsService } from './receipts.service.js';

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
  ],
  exports: [FundingSourcesService, BudgetService, BudgetRevisionService, ReceiptsService, BudgetProofService],
})
export class FundingSourcesModule {}
