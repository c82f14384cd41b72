import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActivityTypesModule } from '../activity-types/activity-types.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { HonorPolicyRow } from './honor-policy.row.js';
import { HonorPoliciesService } from './honor-policies.service.js';
import { PolicyWithdrawalsService } from './policy-withdrawals.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([HonorPolicyRow]), RegionsModule, ActivityTypesModule],
  providers: [HonorPoliciesService, PolicyWithdrawalsService],
  exports: [HonorPoliciesService, PolicyWithdrawalsService],
})
export class HonorPoliciesModule {}
