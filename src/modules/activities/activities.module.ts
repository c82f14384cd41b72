import { Module } from '@nestjs/common';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { ActivitiesRepository } from './activities.repository.js';
import { ActivityImportService } from './activity-import.service.js';
import { ActivityVerificationService } from './activity-verification.service.js';

@Module({
  imports: [RegionsModule, KaderRosterModule],
  providers: [ActivitiesRepository, ActivityImportService, ActivityVerificationService],
  exports: [ActivityImportService, ActivityVerificationService],
})
export class ActivitiesModule {}
