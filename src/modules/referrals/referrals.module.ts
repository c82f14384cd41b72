import { Module } from '@nestjs/common';
import { ActivitiesModule } from '../activities/activities.module.js';
import { ActivityTypesModule } from '../activity-types/activity-types.module.js';
import { BidangModule } from '../bidang/bidang.module.js';
import { KaderRosterModule } from '../kader-roster/kader-roster.module.js';
import { RegionsModule } from '../regions/regions.module.js';
import { HolidaysService } from './holidays.service.js';
import { ReferralFactsReader } from './referral-facts.reader.js';
import { ReferralImportService } from './referral-import.service.js';
import { ReferralPlaces } from './referral-places.js';
import { ReferralsRepository } from './referrals.repository.js';
import { ReferralsService } from './referrals.service.js';

@Module({
  imports: [RegionsModule, KaderRosterModule, ActivityTypesModule, ActivitiesModule, BidangModule],
  providers: [
    ReferralsRepository,
    HolidaysService,
    ReferralPlaces,
    ReferralFactsReader,
    ReferralImportService,
    ReferralsService,
  ],
  exports: [HolidaysService, ReferralImportService, ReferralsService],
})
export class ReferralsModule {}
