import { Module } from '@nestjs/common';
import { DeductionsModule } from '../deductions/deductions.module.js';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { DisbursementsRepository } from './disbursements.repository.js';
import { DisbursementsService } from './disbursements.service.js';

@Module({
  imports: [DeductionsModule, FundingSourcesModule, LedgerModule],
  providers: [DisbursementsRepository, DisbursementsService],
  exports: [DisbursementsService],
})
export class DisbursementsModule {}
