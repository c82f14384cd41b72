import { Injectable } from '@nestjs/common';
import type { KnownReferrals, StatedReferral } from '../../core/referral/plan-referrals.js';
import { Clock } from '../../platform/clock.js';
import type { Tx } from '../../platform/database/transaction.js';
import { today } from '../../platform/today.js';
import { ReferralActivitiesService } from '../activities/referral-activities.service.js';
import { ActivityTypesService } from '../activity-types/activity-types.service.js';
import { BidangOpdsService } from '../bidang/bidang-opds.service.js';
import { ReferralsRepository } from './referrals.repository.js';

/** What referrals are held against, read from where it is kept. */
@Injectable()
export class ReferralFactsReader {
  constructor(
    private readonly repository: ReferralsRepository,
    private readonly activities: ReferralActivitiesService,
    private readonly types: ActivityTypesService,
    private readonly opds: BidangOpdsService,
    private readonly clock: Clock,
  ) {}

  async known(tx: Tx, stated: readonly StatedReferral[]): Promise<KnownReferrals> {
    const kaderIds = [...new Set(stated.map(({ kader }) => kader.id))];
    const posyanduIds = [...new Set(stated.map(({ posyandu }) => posyandu.id))];
    return {
      types: await this.types.types(tx),
      opds: await this.opds.list(tx),
      recorded: await this.repository.recorded(tx, kaderIds),
      verifiedDays: await this.activities.verifiedDays(tx, posyanduIds),
      today: today(this.clock),
    };
  }
}
