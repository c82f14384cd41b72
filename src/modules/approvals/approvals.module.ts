import { Module } from '@nestjs/common';
import { FundingSourcesModule } from '../funding-sources/funding-sources.module.js';
import { UsersModule } from '../users/users.module.js';
import { ApprovalBandsRepository } from './approval-bands.repository.js';
import { ApprovalBandsService } from './approval-bands.service.js';
import { DelegationsRepository } from './delegations.repository.js';
import { DelegationsService } from './delegations.service.js';

@Module({
  imports: [FundingSourcesModule, UsersModule],
  providers: [ApprovalBandsRepository, ApprovalBandsService, DelegationsRepository, DelegationsService],
  exports: [ApprovalBandsService, DelegationsService],
})
export class ApprovalsModule {}
