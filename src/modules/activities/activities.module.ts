import { Module } from '@nestjs/common';
import { ActivityTypesModule } from '../activity-types/activity-types.module.js';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityImportService } from './activity-import.service.js';
import { ActivityVerificationService } from './activity-verification.service.js';
import { ReferralActivitiesService } from './referral-activities.service.js';

@Module({
  imports: [RegionsModule, KaderRosterModule, ActivityTypesModule],
  providers: [
    ActivitiesRepository,
    ActivityImportService,
    ActivityVerificationService,
    ReferralActivitiesService,
  ],
  exports: [ActivityImportService, ActivityVerificationService, ReferralActivitiesService],
})
export class ActivitiesModule {}
