import { Module } from '@nestjs/common';
import { BidangModule } from '../bidang/bidang.module.js';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { HonorPoliciesModule } from '../honor-policies/honor-policies.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { EntitlementsRepository } from './entitlements.repository.js';
import { EntitlementsService } from './entitlements.service.js';
import { HonorRulesService } from './honor-rules.service.js';
import { KaderFactsRepository } from './kader-facts.repository.js';

@Module({
  imports: [BidangModule, FundingSourcesModule, HonorPoliciesModule, LedgerModule],
  providers: [KaderFactsRepository, EntitlementsRepository, HonorRulesService, EntitlementsService],
  exports: [EntitlementsService],
})
export class EntitlementsModule {}
