import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { checkVerification } from '../../core/activity/check-verification.js';
import { DomainError } from '../../core/shared/domain-error.js';
import { firstDayOf, formatMonth, lastDayOf, type ServiceMonth } from '../../core/shared/service-month.js';
import { Clock } from '../../platform/clock.js';
import { lockFor } from '../../platform/database/lock-for.js';
import { AccessService } from '../access/access.service.js';
import { RegionsService } from '../regions/regions.service.js';
import { ActivitiesRepository } from './activities.repository.js';

export interface VerifiedActivities {
  readonly verified: number;
  /** Those that somebody verified before. */
  readonly alreadyVerified: number;
}

/** Vouches for recorded activities; only verified ones count for honor. */
@Injectable()
export class ActivityVerificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: ActivitiesRepository,
    private readonly regions: RegionsService,
    private readonly clock: Clock,
    private readonly access: AccessService,
  ) {}

  /**
   * Verifies every activity of a region and month that is not verified yet.
   * @throws DomainError when `by` recorded any of them, or when none is recorded at all.
   */
  async verifyActivities(wish: {
    regionCode: string;
    month: ServiceMonth;
    by: number;
  }): Promise<VerifiedActivities> {
    this.access.requireRegion('activity.verify', wish.regionCode);
    return this.dataSource.transaction(async (tx) => {
      await lockFor(tx, 'activities');
      const region = await this.regions.require(wish.regionCode, tx);
      const days = { from: firstDayOf(wish.month), to: lastDayOf(wish.month) };
      const activities = await this.repository.inRegion(tx, { regionCode: region.code, ...days });
      if (activities.length === 0) {
        const facts = { region: region.name, month: formatMonth(wish.month) };
        throw new DomainError('missing', 'activity.none-recorded', facts);
      }
      const waiting = activities.filter(({ verifiedBy }) => verifiedBy === null);
      checkVerification(
        waiting.map(({ recordedBy }) => recordedBy),
        wish.by,
      );
      const person = { by: wish.by, at: this.clock.now() };
      await this.repository.verify(
        tx,
        waiting.map(({ id }) => id),
        person,
      );
      return { verified: waiting.length, alreadyVerified: activities.length - waiting.length };
    });
  }
}
